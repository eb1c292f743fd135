package org.alongside.operator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * docs/data-dictionary.md, read: what every table and column is for. It travels in the jar.
 *
 * @param tables by their name with schema, in the order of the page
 */
public record Dictionary(Map<String, Table> tables) {
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** @param text everything the page says under the table's name */
    public record Table(String text, Map<String, Column> columns) {
        /** What the page answers to "Why", "Until" or "Who sees it"; empty where it does not. */
        public String answer(String question) {
            return text.lines().filter(line -> line.startsWith("- " + question + ": ")).map(line -> line.substring(question.length() + 4)).findFirst().orElse("");
        }
    }

    /** @param mark sealed, fingerprint, id or nothing */
    public record Column(String meaning, String mark) {}

    public static Dictionary read() {
        try (InputStream page = Dictionary.class.getResourceAsStream("/operator/data-dictionary.md")) {
            if (page == null) throw new IllegalStateException("The data dictionary is not in the jar");
            return of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The data dictionary cannot be read", unreadable);
        }
    }

    private static Dictionary of(String page) {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        Map<String, Map<String, Column>> columns = new LinkedHashMap<>();
        String table = "";
        for (String line : page.lines().toList()) {
            if (line.startsWith("### `")) table = line.substring(5, line.length() - 1);
            if (table.isEmpty()) continue;
            texts.computeIfAbsent(table, one -> new StringBuilder()).append(line).append('\n');
            Map<String, Column> of = columns.computeIfAbsent(table, one -> new LinkedHashMap<>());
            if (!line.startsWith("| `")) continue;
            String[] cells = line.split("\\|", -1);
            for (String name : NAME.matcher(cells[1]).results().map(found -> found.group(1)).toList()) {
                if (of.put(name, new Column(cells[2].strip(), cells[3].strip())) != null) throw new IllegalStateException(table + "." + name + " stands twice in the data dictionary");
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        texts.forEach((name, text) -> tables.put(name, new Table(text.toString(), columns.get(name))));
        return new Dictionary(tables);
    }
}
