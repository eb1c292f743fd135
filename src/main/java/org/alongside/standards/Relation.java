package org.alongside.standards;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How what one statement asks stands to what another one asks. Source: NIST, OSCAL 1.2.0, mapping model, relationship. */
public enum Relation {
    /** The same words. */
    EQUAL("equal-to"),
    /** Other words, the same thing. */
    EQUIVALENT("equivalent-to"),
    /** All that the first asks, the second asks too, and more. */
    SUBSET("subset-of"),
    /** The first asks all that the second asks, and more. */
    SUPERSET("superset-of"),
    /** They share a part. */
    INTERSECTS("intersects-with"),
    /** Somebody looked, and they only seem to be about the same. */
    NONE("no-relationship");

    private final String oscal;

    Relation(String oscal) {
        this.oscal = oscal;
    }

    String oscal() {
        return oscal;
    }

    static Optional<Relation> of(String oscal) {
        return Stream.of(values()).filter(one -> one.oscal.equals(oscal)).findFirst();
    }

    /** As it stands in files and bundles. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same, said from the second statement. */
    public Relation turned() {
        return switch (this) {
            case SUBSET -> SUPERSET;
            case SUPERSET -> SUBSET;
            default -> this;
        };
    }

    /** Whether what shows that the second statement is met shows it for the first one too: only where the second asks for everything that the first asks. */
    public boolean carries() {
        return this == EQUAL || this == EQUIVALENT || this == SUBSET;
    }
}
