package org.alongside.standards;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads what stands beside what, as it comes along with the software. */
final class CrosswalkFile {
    private CrosswalkFile() {
    }

    static Crosswalk read(String text) {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new Crosswalk(word(file, "from"), word(file, "to"), lines(file).stream().map(line -> new Crosswalk.Line(word(line, "from"), word(line, "to"), Relation.valueOf(word(line, "is").toUpperCase(Locale.ROOT)), word(line, "why"))).toList());
    }

    private static String word(Map<String, Object> of, String key) {
        return Objects.requireNonNull(of.get(key), key).toString().strip();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> lines(Map<String, Object> file) {
        return (List<Map<String, Object>>) Objects.requireNonNull(file.get("lines"));
    }
}
