package org.alongside.shared;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.alongside.shared.SmallNumbers.Shown;

/** A number of people as it may be said. @param from what it is at least, {@code to} at most: the same where the number itself is said */
public record Amount(int from, int to, String words) {
    private static final int STEP = 5;
    private static final String ABOUT = "about ";

    public static Amount exactly(int people) {
        return new Amount(people, people, String.valueOf(people));
    }

    /** To the nearest five. Safety: for numbers of people who are partly the same as others on the page, so that one taken from the other gives away nobody in between; nobody looks like few. */
    public static Amount about(int people) {
        if (people < SmallNumbers.SHOWN_FROM) return new Amount(0, SmallNumbers.SHOWN_FROM - 1, "fewer than " + SmallNumbers.SHOWN_FROM);
        int about = (people + STEP / 2) / STEP * STEP;
        return new Amount(Math.max(SmallNumbers.SHOWN_FROM, about - STEP / 2), about + STEP / 2, ABOUT + about);
    }

    /**
     * The parts of a whole, both to the nearest five. Safety: empty where even then a small one could be worked out; what decides it is no more than what would be shown, so that
     * the gap says nothing either.
     */
    public static Optional<List<Amount>> aboutParts(int... people) {
        List<Amount> parts = IntStream.of(people).mapToObj(Amount::about).toList();
        Amount whole = about(IntStream.of(people).sum());
        int from = parts.stream().mapToInt(Amount::from).sum(), to = parts.stream().mapToInt(Amount::to).sum();
        return parts.stream().filter(part -> part.from() == 0).allMatch(part -> Math.min(part.to(), whole.to() - from) - Math.max(0, whole.from() - (to - part.to())) >= part.to() - 1) ? Optional.of(parts) : Optional.empty();
    }

    public boolean isExact() {
        return from == to;
    }

    public boolean isAbout() {
        return words.startsWith(ABOUT);
    }

    public int middle() {
        return (from + to) / 2;
    }

    /** For pictures and their tables: a gap where it is neither exact nor about so many. */
    public Shown shown() {
        return new Shown(isExact() || isAbout() ? middle() : null, words);
    }
}
