package org.alongside.evaluation;

import org.alongside.shared.Worded;

/** What is promised to whoever answers, before anything is asked: in their words by {@code evaluation.promise.<name>}. */
public enum IdentityMode implements Worded {
    NAMED("By name", "Each person has a link of their own. You know who answered, and their answers before and after are compared."),
    TICKET("By card", "Each person keeps a card with a random number. It joins their own answers; nobody keeps a list of who has which card, and the numbers are dropped at the end."),
    UNLINKED("Without any link", "Nothing joins the answers of one person. Before and after are two groups of people, and no more can be said.");

    private final String words;
    private final String promise;

    IdentityMode(String words, String promise) {
        this.words = words;
        this.promise = promise;
    }

    @Override
    public String words() {
        return words;
    }

    /** What it means, for whoever plans. */
    public String promise() {
        return promise;
    }

    public boolean pairs() {
        return this != UNLINKED;
    }
}
