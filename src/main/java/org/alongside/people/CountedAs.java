package org.alongside.people;

import java.util.Locale;
import org.alongside.shared.Worded;

/** How the adult who asks is counted in the returns that are asked of services; how they describe themselves stands with the person. */
public enum CountedAs implements Worded {
    WOMAN("Woman"),
    MAN("Man"),
    NON_BINARY("Non-binary or another gender"),
    NOT_SAID("Not said");

    private final String words;

    CountedAs(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** A first guess from how they describe themselves, for the worker to check; NOT_SAID when the words are other ones. */
    public static CountedAs guessed(String gender) {
        return switch (gender.strip().toLowerCase(Locale.UK)) {
            case "woman", "female", "f" -> WOMAN;
            case "man", "male", "m" -> MAN;
            case "non-binary", "nonbinary", "non binary", "agender", "genderfluid" -> NON_BINARY;
            default -> NOT_SAID;
        };
    }
}
