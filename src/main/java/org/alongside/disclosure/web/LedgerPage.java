package org.alongside.disclosure.web;

import java.util.List;
import java.util.UUID;
import org.alongside.disclosure.Disclosure;
import org.jspecify.annotations.Nullable;

/** Everything that left about a person, the newest first. */
record LedgerPage(UUID person, String name, List<Row> rows) {
    /** @param left which kinds of field left, in words; @param stayed which were asked for and did not leave */
    record Row(Disclosure.Entry entry, String to, String by, @Nullable String clearedBy, String left, String stayed) {}
}
