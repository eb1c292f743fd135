package org.alongside.evaluation.web;

/** A card made just now. @param more how many times its holder is asked after this */
record CardPage(String path, String number, int more) {
    String words() {
        return "evaluation.made." + more;
    }
}
