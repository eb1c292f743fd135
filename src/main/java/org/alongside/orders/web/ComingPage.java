package org.alongside.orders.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.orders.Terms;

/** The orders of the team's cases that ask for somebody soon. */
record ComingPage(LocalDate today, List<Row> rows) {
    record Row(UUID id, UUID caseId, String reference, String worker, Terms terms) {
        String path() {
            return "/desk/cases/" + caseId + "/orders/" + id;
        }
    }
}
