package org.alongside.ui;

import org.jspecify.annotations.Nullable;

/** One answer that radios, checkboxes or a select offer. */
public record Option(String value, String text, @Nullable String hint) {
    public Option(String value, String text) {
        this(value, text, null);
    }
}
