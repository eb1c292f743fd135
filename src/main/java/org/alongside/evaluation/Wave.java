package org.alongside.evaluation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.instruments.InstrumentKind;
import org.alongside.shared.Worded;

/** When somebody is asked. */
public enum Wave implements Worded {
    BEFORE("Before"),
    AFTER("After"),
    FOLLOW_UP("Some months later"),
    /** How somebody says, afterwards, that it was before. Asked with the questions after; shown beside the true before, never in its place. */
    LOOKING_BACK("Looking back");

    private final String words;

    Wave(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Whether sets of this kind are asked now: what somebody thought of a course only after it, and what they knew before never from memory. */
    boolean asks(InstrumentKind kind) {
        return switch (this) {
            case BEFORE, FOLLOW_UP -> kind != InstrumentKind.FEEDBACK;
            case AFTER -> true;
            case LOOKING_BACK -> kind == InstrumentKind.CONFIDENCE;
        };
    }

    /** Whether it is asked on a page of its own, with a code of its own. */
    public boolean hasAPage() {
        return this != LOOKING_BACK;
    }

    /** Its name in addresses of the desk and in files. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in addresses and files. */
    public static Optional<Wave> of(String slug) {
        return Stream.of(values()).filter(wave -> wave.slug().equals(slug)).findFirst();
    }
}
