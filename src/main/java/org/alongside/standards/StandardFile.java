package org.alongside.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a standard that comes along with the software: YAML, short enough to be written by hand. */
final class StandardFile {
    private static final Map<Integer, Edition> LETTERS = Map.of((int) 'S', Edition.SERVICES, (int) 'B', Edition.STARTING, (int) 'C', Edition.COMMISSIONERS, (int) 'A', Edition.ASSOCIATED, (int) 'V', Edition.SURVIVORS);

    private StandardFile() {
    }

    static Standard read(String text) {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new Standard(word(file, "key"), word(file, "version"), word(file, "title"), word(file, "about"), word(file, "owner"), word(file, "licence"), LocalDate.parse(word(file, "published")), word(file, "status").equals("example"), maps(file.get("sections")).stream().map(StandardFile::section).toList());
    }

    private static Standard.Section section(Map<String, Object> section) {
        return new Standard.Section(word(section, "key"), word(section, "title"), word(section, "about"), maps(section.get("statements")).stream().map(StandardFile::statement).toList());
    }

    private static Standard.Statement statement(Map<String, Object> one) {
        Set<Edition> editions = word(one, "for").chars().mapToObj(letter -> Objects.requireNonNull(LETTERS.get(letter))).collect(Collectors.toSet());
        return new Standard.Statement(word(one, "id"), Boolean.TRUE.equals(one.get("must")), word(one, "say"), one.get("you") == null ? null : word(one, "you"), texts(one.get("good")), texts(one.get("evidence")), editions);
    }

    private static String word(Map<String, Object> of, String key) {
        return Objects.requireNonNull(of.get(key), key).toString().strip();
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> texts ? texts.stream().map(Object::toString).toList() : List.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object list) {
        return (List<Map<String, Object>>) Objects.requireNonNull(list);
    }
}
