package org.alongside.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A standard that an organisation was found to keep. @param validTo the last day it holds; null when that was not said */
public record QualityMark(String scheme, @Nullable String level, @Nullable LocalDate validTo) {
    public QualityScheme known() {
        return QualityScheme.of(scheme);
    }

    public boolean holdsOn(LocalDate today) {
        return validTo == null || !validTo.isBefore(today);
    }
}
