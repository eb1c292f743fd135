package org.alongside.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of docs/vocabulary.md, held against class names, tables and pages. */
class VocabularyTests {
    private final List<String> not = words();

    @Test
    void classes_and_tables_are_called_what_the_field_calls_them() throws IOException {
        assertThat(not).isNotEmpty().allSatisfy(word -> {
            Pattern inName = Pattern.compile(".*" + camel(word) + "([A-Z].*|\\.java)");
            assertThat(files("src/main/java", ".java")).as(word).noneMatch(file -> inName.matcher(file.getFileName().toString()).matches());
        });
        for (Path migration : files("src/main/resources/db/migration", ".sql")) {
            String tables = String.join(" ", Pattern.compile("create table [a-z_]+\\.([a-z_]+)").matcher(Files.readString(migration)).results().map(found -> found.group(1)).toList());
            assertThat(not).as(migration.toString()).noneMatch(word -> (" " + tables + " ").contains(" " + word.replace(' ', '_') + " "));
        }
    }

    @Test
    void pages_speak_as_the_field_speaks() throws IOException {
        List<Path> pages = Stream.concat(files("src/main/jte", ".jte").stream(), files("src/main/resources/words", ".properties").stream().filter(file -> !file.toString().endsWith("_cy.properties"))).toList();
        for (Path page : pages) {
            String text = Files.readString(page).replaceAll("(?s)<%--.*?--%>", "");
            assertThat(not).as(page.toString()).noneMatch(word -> Pattern.compile("(?i)(?<![.\\w-])" + word + "s?(?![\\w(.=-])").matcher(text).find());
        }
    }

    private static List<String> words() {
        try (Stream<String> lines = Files.lines(Path.of("docs/vocabulary.md"))) {
            return lines.filter(line -> line.startsWith("| ") && !line.startsWith("| Word"))
                    .map(line -> line.split("\\|")).filter(cells -> cells.length > 3)
                    .flatMap(cells -> Stream.of(cells[3].split(","))).map(String::strip).filter(word -> !word.isEmpty()).toList();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String camel(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.split(" ")) name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        return name.toString();
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        if (!Files.exists(Path.of(folder))) return List.of();
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
