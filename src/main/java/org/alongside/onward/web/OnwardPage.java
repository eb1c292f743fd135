package org.alongside.onward.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.onward.Sent;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Where a client was sent on.
 *
 * @param services names in the directory, offered while typing
 * @param refused the row whose account was refused just now, with what was typed
 */
record OnwardPage(UUID caseId, String who, boolean closed, LocalDate today, List<Row> rows, List<String> services, OnwardForm form, @Nullable UUID refused, Map<String, String> typed, Problems problems) {
    /** @param by who sent them @param toldTo whom the client told */
    record Row(Sent sent, String by, String toldTo) {}

    String path() {
        return "/desk/cases/" + caseId + "/onward";
    }

    boolean isRefused(Sent sent) {
        return sent.id().equals(refused);
    }
}
