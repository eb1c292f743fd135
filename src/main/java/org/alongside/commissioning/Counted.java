package org.alongside.commissioning;

import org.alongside.shared.Protected;
import org.jspecify.annotations.Nullable;

/** How many men, and how many people in all; null where it was not counted. Safety: as it may be shown, from the moment it was entered. */
public record Counted(Measure measure, @Nullable Protected men, @Nullable Protected everybody) {
    /** @param men people, exactly, like {@code everybody} */
    static Counted of(Measure measure, @Nullable Integer men, @Nullable Integer everybody) {
        return new Counted(measure, men == null ? null : Protected.of(men), everybody == null ? null : Protected.whole(everybody));
    }

    public String menInWords() {
        return words(men);
    }

    public String everybodyInWords() {
        return words(everybody);
    }

    private static String words(@Nullable Protected number) {
        return number == null ? "not counted" : number.words();
    }
}
