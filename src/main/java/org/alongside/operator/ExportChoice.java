package org.alongside.operator;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What was decided about one table in operator/export.yml.
 *
 * @param rows a condition over the table {@code t} and {@code asked} (organisation, side)
 * @param sealed the place each sealed column was sealed to, with other columns of the row in braces
 * @param except conditions of rows that stay, and why
 * @param without columns that stay, and why
 * @param stays why the whole table stays; null when it leaves
 */
record ExportChoice(String rows, Map<String, String> sealed, Map<String, String> except, Map<String, String> without, @Nullable String stays) {
    private static final Set<String> WORDS = Set.of("rows", "sealed", "except", "without", "stays");
    private static final String ORGANISATION = "t.organisation_id = asked.organisation", SIDE = ORGANISATION + " and t.side = asked.side";

    static Map<String, ExportChoice> read() {
        InputStream file = ExportChoice.class.getResourceAsStream("/operator/export.yml");
        Map<String, Map<String, Object>> written = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        Map<String, ExportChoice> choices = new LinkedHashMap<>();
        written.forEach((table, choice) -> choices.put(table, of(table, choice)));
        return choices;
    }

    private static ExportChoice of(String table, Map<String, Object> choice) {
        if (!WORDS.containsAll(choice.keySet()) || choice.containsKey("rows") == choice.containsKey("stays")) throw new IllegalStateException("operator/export.yml: " + table + " is not understood");
        Map<String, String> sealed = words(choice, "sealed");
        sealed.replaceAll((column, place) -> place.isEmpty() ? table + "." + column + "/{id}" : place);
        String rows = String.valueOf(choice.get("rows"));
        String condition = rows.equals("side") ? SIDE : rows.equals("organisation") ? ORGANISATION : rows;
        return new ExportChoice(condition, sealed, words(choice, "except"), words(choice, "without"), (String) choice.get("stays"));
    }

    private static Map<String, String> words(Map<String, Object> choice, String key) {
        Map<String, String> words = new LinkedHashMap<>();
        if (choice.get(key) instanceof Map<?, ?> pairs) pairs.forEach((name, value) -> words.put(String.valueOf(name), String.valueOf(value)));
        return words;
    }

    /** The rows that leave, as one condition. */
    String condition() {
        return "(" + rows + ")" + except.keySet().stream().map(row -> " and not (" + row + ")").collect(Collectors.joining());
    }
}
