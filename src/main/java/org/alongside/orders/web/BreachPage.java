package org.alongside.orders.web;

import java.util.UUID;
import org.alongside.orders.Order;
import org.alongside.shared.Problems;

/** An order that was broken, to be written down. */
record BreachPage(UUID caseId, String who, Order order, BreachForm form, Problems problems) {
    String list() {
        return "/desk/cases/" + caseId + "/orders";
    }
}
