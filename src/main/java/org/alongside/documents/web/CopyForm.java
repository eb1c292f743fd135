package org.alongside.documents.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A copy to be given away, as typed. */
record CopyForm(@Nullable String once, @Nullable String toName, @Nullable String basis, @Nullable String necessity, @Nullable String told, @Nullable String whyNot) {
    static CopyForm empty() {
        return new CopyForm(UUID.randomUUID().toString(), null, null, null, null, null);
    }
}
