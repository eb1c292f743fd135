package org.alongside.messages.web;

/** @param state question, done or gone */
record ConfirmPage(String action, String state) {
    String title() {
        return state.equals("question") ? "messages.confirm.title" : "messages.confirm." + state + "-title";
    }
}
