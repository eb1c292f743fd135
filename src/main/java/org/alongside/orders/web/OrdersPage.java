package org.alongside.orders.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.orders.Breach;
import org.alongside.orders.Order;
import org.jspecify.annotations.Nullable;

/** The orders of a case: those that count now, then the others. @param who the client and the case, in words */
record OrdersPage(UUID caseId, String who, boolean closed, LocalDate today, List<Row> now, List<Row> others) {
    /** @param binds whom it binds, in words; null when nobody is written down @param breaches the newest first */
    record Row(Order order, @Nullable String binds, List<Broken> breaches) {}

    record Broken(Breach breach, String by) {}

    String path() {
        return "/desk/cases/" + caseId + "/orders";
    }
}
