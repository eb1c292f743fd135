package org.alongside.standards;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

    public static Optional<Edition> of(String key) {
        return Stream.of(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
