package org.alongside.directory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Languages by their codes (BCP 47), and the names people call them by. */
public final class Languages {
    public static final String BSL = "bfi";
    /** Those the platform has no name for. */
    private static final List<String> NAMED_HERE = List.of(BSL, "isg", "syl", "rmy");
    private static final Map<String, String> CODES = Stream.of(Locale.getISOLanguages()).collect(Collectors.toMap(code -> Locale.forLanguageTag(code).getDisplayLanguage(Locale.UK).toLowerCase(Locale.UK), code -> code, (one, other) -> one));

    private Languages() {
    }

    public static String name(String code, Locale reader, UnaryOperator<String> say) {
        return NAMED_HERE.contains(code) ? say.apply("directory.language." + code) : Locale.forLanguageTag(code).getDisplayName(reader);
    }

    /** By name, as the reader calls them. */
    public static List<String> sorted(Stream<String> codes, Locale reader, UnaryOperator<String> say) {
        return codes.distinct().sorted(Comparator.comparing(code -> name(code, reader, say))).toList();
    }

    /** The code of what somebody typed: a code, or a name in English. */
    public static Optional<String> code(String typed) {
        String low = typed.strip().toLowerCase(Locale.UK);
        if (low.matches("bsl|british sign language.*")) return Optional.of(BSL);
        if (CODES.containsKey(low)) return Optional.of(CODES.get(low));
        String tag = Locale.forLanguageTag(typed.strip()).toLanguageTag();
        boolean known = tag.equalsIgnoreCase(typed.strip()) && (NAMED_HERE.contains(tag) || Arrays.asList(Locale.getISOLanguages()).contains(tag.split("-")[0]));
        return known ? Optional.of(tag) : Optional.empty();
    }
}
