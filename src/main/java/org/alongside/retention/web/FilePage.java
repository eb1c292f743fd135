package org.alongside.retention.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.retention.Erasure;
import org.alongside.retention.Files;
import org.alongside.retention.Hold;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** How long one person's file stays, why, and what may be done about it. */
record FilePage(UUID person, String name, Files.Standing standing, List<Row> holds, @Nullable Erasure erasure, String askedBy, boolean askedMyself, Map<String, String> typed, String once, Problems problems) {
    /** @param mine placed by the reader @param liftMine asked to be let go by the reader */
    record Row(Hold hold, String placedBy, String secondBy, String liftAskedBy, String liftedBy, boolean mine, boolean liftMine) {}

    String path() {
        return "/desk/people/" + person + "/keeping";
    }

    String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    boolean isHeld() {
        return holds.stream().anyMatch(row -> row.hold().isOpen());
    }
}
