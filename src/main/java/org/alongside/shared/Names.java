package org.alongside.shared;

import java.text.Normalizer;
import java.util.Locale;

/** How a name, address or postcode is brought to one form before two of them are compared. */
public final class Names {
    private Names() {
    }

    /** Lower case, accents and punctuation gone, one space between words: "O'Néill-Smith " and "oneill smith" are equal. */
    public static String key(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        return plain.replaceAll("['’.]", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** A postcode without spaces, in capitals. */
    public static String postcode(String text) {
        return text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }
}
