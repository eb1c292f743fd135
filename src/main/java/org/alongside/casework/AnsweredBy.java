package org.alongside.casework;

import org.alongside.shared.Worded;

/** Who answered. */
public enum AnsweredBy implements Worded {
    CLIENT("The client"),
    SAFE_PERSON("A person the client named as safe"),
    SOMEONE_ELSE("Someone else"),
    NOBODY("Nobody");

    private final String words;

    AnsweredBy(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
