package org.alongside.evaluation;

import org.alongside.shared.SmallNumbers.Shown;

/** A number of people as it may be said. @param from what it is at least, {@code to} at most: the same where the number itself is said */
public record Amount(int from, int to, String words) {
    static final String ABOUT = "about ";

    static Amount exactly(int people) {
        return new Amount(people, people, String.valueOf(people));
    }

    public boolean isExact() {
        return from == to;
    }

    int middle() {
        return (from + to) / 2;
    }

    /** For pictures and their tables: a gap where it is neither exact nor about so many. */
    public Shown shown() {
        return new Shown(isExact() || words.startsWith(ABOUT) ? middle() : null, words);
    }
}
