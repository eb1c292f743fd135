package org.alongside.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.directory.gazetteer.Gazetteer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows roughly where an outward code or a town is, from a table of our own: nobody else is ever told what a visitor typed. */
@Component
public class Places {

    private static final Pattern POSTCODE =
            Pattern.compile("([A-Z]{1,2})(\\d[A-Z\\d]?)(?:\\d[A-Z]{2})?");

    private volatile Gazetteer known = Gazetteer.shipped();

    /** From now on asks this one. */
    void know(Gazetteer gazetteer) {
        known = gazetteer;
    }

    /** Every place that what was typed can mean: none when it is unknown, several when the person must be asked which. */
    public List<Place> find(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return List.of();
        }
        // Safety: of a full postcode only the first half is read; the rest is dropped here and goes nowhere.
        Matcher postcode = POSTCODE.matcher(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
        if (postcode.matches()) {
            return known.byOutcode(postcode.group(1), postcode.group(1) + postcode.group(2));
        }
        return known.byName(fold(typed));
    }

    /** The place of one outward code, as services state it; null when there is no such code or area. */
    public @Nullable Place ofOutcode(@Nullable String outcode) {
        List<Place> found = find(outcode);
        return found.size() == 1 ? found.get(0) : null;
    }

    /** The first half of a postcode, whole or half; null when it is none. */
    public static @Nullable String outcode(String typed) {
        Matcher postcode = POSTCODE.matcher(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
        return postcode.matches() ? postcode.group(1) + postcode.group(2) : null;
    }

    /** Letters and digits only, without case or accents: "Ynys Môn" and "ynys mon" are one place. */
    public static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("\\bst\\b\\.?", "saint").replaceAll("[^a-z0-9]+", " ").strip();
    }
}
