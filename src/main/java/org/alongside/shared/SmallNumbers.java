package org.alongside.shared;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How numbers of people are shown where they could name somebody: a small one is neither shown nor looks like none. */
public final class SmallNumbers {
    /** From how many people on a number is shown. */
    public static final int SHOWN_FROM = 5;
    public static final String NOT_SHOWN = "not shown";

    private SmallNumbers() {
    }

    /** A number as it may be shown. @param people null where it may not */
    public record Shown(@Nullable Integer people, String words) {}

    /** One number that stands alone. */
    public static Shown alone(int people) {
        return new Shown(isSmall(people) ? null : people, words(people));
    }

    public static String words(int people) {
        return people == 0 ? "none" : isSmall(people) ? "fewer than " + SHOWN_FROM : String.valueOf(people);
    }

    /** Small enough to be somebody. */
    public static boolean isSmall(int people) {
        return people > 0 && people < SHOWN_FROM;
    }

    /** Safety: whether numbers that sum up to others may stand beside them: no number of either is small enough to be somebody. */
    public static boolean mayStandBeside(Collection<Integer> numbers) {
        return numbers.stream().noneMatch(SmallNumbers::isSmall);
    }
}
