package org.alongside.network;

import org.alongside.shared.Worded;

/** What members write for each other. */
public enum PostKind implements Worded {
    NOTICE("Notice", "Notices"),
    RESOURCE("Resource", "Resources"),
    QUESTION("Question", "Questions"),
    ANSWER("Answer", "Answers");

    private final String words, several;

    PostKind(String words, String several) {
        this.words = words;
        this.several = several;
    }

    @Override
    public String words() {
        return words;
    }

    public String several() {
        return several;
    }
}
