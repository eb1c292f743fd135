package org.alongside.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTests {
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"[,)]");
    private static final Pattern GAP = Pattern.compile("\\{(\\d)");
    private final Words words = new Words();

    @Test
    void whatever_is_said_in_english_is_said_in_welsh() {
        assertThat(words.keys(Words.WELSH)).isEqualTo(words.keys(Words.ENGLISH));
    }

    @Test
    void both_languages_leave_the_same_gaps_to_fill() {
        assertThat(words.keys(Words.ENGLISH)).allSatisfy(key ->
                assertThat(gaps(words.say(Words.WELSH, key))).as(key).isEqualTo(gaps(words.say(Words.ENGLISH, key))));
    }

    @Test
    void every_page_finds_the_words_it_says() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            for (Path source : sources.filter(file -> file.toString().matches(".*\\.(jte|java)")).toList()) {
                assertThat(SAID.matcher(Files.readString(source)).results().map(found -> found.group(1))).as(source.toString()).allMatch(words::has);
            }
        }
    }

    @Test
    void a_key_begins_with_its_modules_name() throws IOException {
        try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/words"))) {
            for (Path bundle : bundles.toList()) {
                String module = bundle.getFileName().toString().replaceFirst("(_cy)?\\.properties$", "");
                assertThat(Files.readAllLines(bundle)).as(bundle.toString()).filteredOn(line -> line.contains("=") && !line.startsWith("#")).allMatch(line -> line.startsWith(module + "."));
            }
        }
    }

    @Test
    void an_apostrophe_is_only_an_apostrophe() {
        assertThat(words.say(Words.WELSH, "ui.safety.title", "unused")).isEqualTo("Pa mor ddiogel yw'r wefan hon?");
    }

    @Test
    void words_nobody_wrote_are_an_error_and_not_a_blank() {
        assertThatThrownBy(() -> words.say(Words.ENGLISH, "ui.nobody-wrote-this")).isInstanceOf(NoSuchElementException.class);
    }

    private static TreeSet<String> gaps(String text) {
        return new TreeSet<>(GAP.matcher(text).results().map(MatchResult::group).toList());
    }
}
