package org.alongside.evaluation.web;

/** @param said thanks, already, ended, busy or named: what a page without a form says @param byCard whether people answer by card @param again whether they are asked once more */
record SaidPage(String path, String said, boolean byCard, boolean again) {
    String title() {
        return "evaluation." + said + ".title";
    }

    String words() {
        return "evaluation." + said;
    }
}
