package org.alongside.helpline.web;

import org.jspecify.annotations.Nullable;

record CallPage(CallsPage.Row row, String note, @Nullable Boolean calledBefore) {
    String before() {
        return calledBefore == null ? "Not asked" : calledBefore ? "Yes" : "No";
    }
}
