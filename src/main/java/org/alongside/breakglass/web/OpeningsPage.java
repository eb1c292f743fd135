package org.alongside.breakglass.web;

import java.util.List;
import java.util.UUID;
import org.alongside.breakglass.Finding;
import org.alongside.breakglass.Opening;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** @param refused the one whose form was not taken, with what was typed in it; null for none */
record OpeningsPage(List<Row> rows, @Nullable UUID refused, @Nullable String finding, @Nullable String words, Problems problems) {
    /** @param reviewedBy null while nobody has looked @param late whether nobody has looked for a day @param mine whether the reader may say what they found */
    record Row(Opening opening, String client, String reference, String by, @Nullable String reviewedBy, boolean running, boolean late, boolean mine) {}

    List<Row> open() {
        return rows.stream().filter(row -> !row.opening.isSettled()).toList();
    }

    List<Row> settled() {
        return rows.stream().filter(row -> row.opening.isSettled()).toList();
    }

    Finding[] findings() {
        return Finding.values();
    }
}
