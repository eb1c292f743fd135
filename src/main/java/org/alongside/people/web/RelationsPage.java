package org.alongside.people.web;

import java.util.List;
import java.util.UUID;
import org.alongside.people.Relation;
import org.jspecify.annotations.Nullable;

/** Everyone around a person. */
record RelationsPage(UUID id, String name, List<Row> rows, List<Relation> takenBack) {
    /** @param judgedBy who said last who harms whom; null when nobody has */
    record Row(Relation relation, @Nullable String judgedBy) {}
}
