package org.alongside.involvement;

import org.alongside.shared.Worded;

/** What a member is asked for, each by itself. */
public enum Purpose implements Worded {
    GROUP("Being in the group, and our keeping how to reach them"),
    QUOTED("Being quoted, without a name"),
    PHOTOGRAPHED("Being in a photo"),
    PAID("Being paid for their time");

    private final String words;

    Purpose(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
