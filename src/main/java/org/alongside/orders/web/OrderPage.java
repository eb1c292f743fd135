package org.alongside.orders.web;

import java.util.List;
import java.util.UUID;
import org.alongside.orders.Order;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** One order to be written down or changed. @param now as it stands; null for a new one @param around the people it may bind */
record OrderPage(UUID caseId, String who, UUID person, @Nullable Order now, OrderForm form, List<Option> around, Problems problems) {
    String list() {
        return "/desk/cases/" + caseId + "/orders";
    }

    String path() {
        return now == null ? list() : list() + "/" + now.id();
    }
}
