package org.alongside.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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

    /** Parts of a total that stands beside them. Safety: where the hidden ones could be worked out from the total, the next smallest is hidden too. */
    public static List<Shown> partsOf(List<Integer> parts) {
        List<Integer> hidden = new ArrayList<>(IntStream.range(0, parts.size()).filter(part -> isSmall(parts.get(part))).boxed().toList());
        List<Integer> rest = IntStream.range(0, parts.size()).filter(part -> parts.get(part) >= SHOWN_FROM).boxed().sorted(Comparator.comparing(parts::get)).toList();
        if (hidden.size() == 1 || !hidden.isEmpty() && isSmall(hidden.stream().mapToInt(parts::get).sum())) rest.stream().findFirst().ifPresent(hidden::add);
        // What is hidden for another's sake says nothing of its size.
        boolean secondary = hidden.stream().anyMatch(part -> !isSmall(parts.get(part)));
        return IntStream.range(0, parts.size()).mapToObj(part -> hidden.contains(part) ? new Shown(null, secondary ? NOT_SHOWN : words(parts.get(part))) : alone(parts.get(part))).toList();
    }
}
