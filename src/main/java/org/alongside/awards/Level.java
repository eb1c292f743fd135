package org.alongside.awards;

import java.util.Locale;

/** Whose word an entry in the register is. */
public enum Level {
    /** A named body has made the standard its own, and decided. */
    AWARDED,
    /** Somebody from outside looked at it; no body has made the standard its own. */
    LOOKED_AT,
    /** The service says so itself. */
    SELF_ASSESSED;

    /** As it stands in bundles. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
