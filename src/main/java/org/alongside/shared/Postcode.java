package org.alongside.shared;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole UK postcode in one form, "WM12AB", and its first half. Source: the shapes in BS 7666. */
public record Postcode(String whole, String outward) {
    private static final Pattern WHOLE = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?)[0-9][A-Z]{2}");

    /** Empty when the text is not a whole postcode: a town, a first half, or nothing. */
    public static Optional<Postcode> of(String text) {
        Matcher matcher = WHOLE.matcher(Names.postcode(text));
        return matcher.matches() ? Optional.of(new Postcode(matcher.group(), matcher.group(1))) : Optional.empty();
    }
}
