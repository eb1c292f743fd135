package org.alongside.standards;

import java.util.Locale;

/** For whom a selection of a standard is made. */
public enum Edition {
    SERVICES,
    STARTING,
    COMMISSIONERS,
    ASSOCIATED,
    SURVIVORS;

    /** As it stands in addresses, files and bundles. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
