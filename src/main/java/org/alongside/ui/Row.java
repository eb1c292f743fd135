package org.alongside.ui;

import org.jspecify.annotations.Nullable;

/** One line of a summary: what it is, what it says, and where to change it. */
public record Row(String key, @Nullable String value, @Nullable String change) {
    public Row(String key, @Nullable String value) {
        this(key, value, null);
    }
}
