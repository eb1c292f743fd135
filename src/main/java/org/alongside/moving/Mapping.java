package org.alongside.moving;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.alongside.operator.CannotStart;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * How the file of another system is read: which of its headings means what, how it writes days, and what its own words mean.
 *
 * @param dates the form of its days, such as dd/MM/uuuu
 * @param headings the file's heading for each column it has
 * @param words what the file's own words mean, column by column, in lower case
 */
record Mapping(DateTimeFormatter dates, Map<Column, String> headings, Map<Column, Map<String, String>> words) {
    /** CannotStart with what is wrong when it is no mapping. */
    static Mapping read(String yaml) {
        Map<?, ?> all = map(load(yaml), "the mapping");
        for (Object key : all.keySet()) if (!key.equals("dates") && !key.equals("columns") && !key.equals("words")) throw wrong("it has no part called " + key + " (dates, columns, words)");
        Map<Column, String> headings = new EnumMap<>(Column.class);
        map(all.get("columns"), "columns").forEach((key, heading) -> headings.put(column(key), String.valueOf(heading)));
        for (Column column : Column.values()) if (column.isNeeded() && !headings.containsKey(column)) throw wrong("columns must name " + column.key() + ": " + column.meaning());
        Map<Column, Map<String, String>> words = new EnumMap<>(Column.class);
        if (all.get("words") != null) map(all.get("words"), "words").forEach((key, meanings) -> {
            Map<String, String> ours = new HashMap<>();
            map(meanings, "words of " + key).forEach((theirs, meaning) -> ours.put(String.valueOf(theirs).strip().toLowerCase(Locale.UK), String.valueOf(meaning)));
            words.put(column(key), ours);
        });
        return new Mapping(dates(all.get("dates")), headings, words);
    }

    private static DateTimeFormatter dates(@Nullable Object form) {
        try {
            DateTimeFormatter dates = DateTimeFormatter.ofPattern(form == null ? "uuuu-MM-dd" : String.valueOf(form).replace('y', 'u'), Locale.UK).withResolverStyle(ResolverStyle.STRICT);
            LocalDate.parse(dates.format(LocalDate.of(2026, 11, 20)), dates);
            return dates;
        } catch (IllegalArgumentException | DateTimeException odd) {
            throw wrong("dates must say how days are written, such as dd/MM/yyyy, not " + form);
        }
    }

    private static Column column(Object key) {
        return Column.of(String.valueOf(key)).orElseThrow(() -> wrong("there is no column called " + key + "; bin/alongside import-cases --columns lists them"));
    }

    private static @Nullable Object load(String yaml) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (YAMLException unreadable) {
            throw wrong("it cannot be read: " + unreadable.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static Map<?, ?> map(@Nullable Object found, String what) {
        if (found instanceof Map<?, ?> map) return map;
        throw wrong(what + " must be a list of names and what they mean");
    }

    private static CannotStart wrong(String words) {
        return new CannotStart("The mapping is wrong: " + words);
    }
}
