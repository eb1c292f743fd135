package org.alongside.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of the house that the compiler does not know. */
class HouseRulesTests {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern SUFFIX = Pattern.compile(".*(Service|Manager|Helper|Util|Utils|Impl|Dto|DTO|Entity|Handler|Processor|Base)\\.java");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])0[1-9]\\d(?:[ -]?\\d){6,8}(?![\\w-])");
    /** Numbers that Ofcom keeps for drama: they ring nowhere. */
    private static final Pattern DRAMA = Pattern.compile("01632960\\d{3}|07700900\\d{3}|02079460\\d{3}|08081570\\d{3}");
    /** A start is refused in the database itself until contact was offered (docs/adr/0021). */
    private static final Map<String, Set<String>> MAY_LOOK_AT = Map.of("programme", Set.of("crossing"));
    private static final Pattern SCHEMA_DOT_TABLE = Pattern.compile("(?i)\\b(?:from|join|into|update|table|on)\\s+([a-z_]+)\\.[a-z_]+\\b(?!\\()");

    @Test
    void names_are_the_fields_words_not_the_programmers() throws IOException {
        assertThat(files(MAIN.resolve("java"), ".java")).noneMatch(file -> SUFFIX.matcher(file.getFileName().toString()).matches());
    }

    @Test
    void every_module_says_its_job_in_one_sentence() throws IOException {
        try (Stream<Path> modules = Files.list(MAIN.resolve("java/org/alongside"))) {
            assertThat(modules.filter(Files::isDirectory)).allSatisfy(module -> assertThat(module.resolve("package-info.java")).content().startsWith("/** ").contains("@ApplicationModule", "@NullMarked"));
        }
    }

    @Test
    void forms_and_unescaped_words_are_made_in_ui_only() throws IOException {
        assertThat(files(MAIN.resolve("jte"), ".jte").stream().filter(page -> !page.startsWith(MAIN.resolve("jte/ui"))))
                .allSatisfy(page -> assertThat(Files.readString(page)).as(page.toString()).doesNotContain("<form", "$unsafe", "<script", "style=\""));
    }

    @Test
    void one_script_saves_what_is_typed_and_each_page_that_uses_it_says_so_in_one_place() throws IOException {
        assertThat(files(MAIN.resolve("resources/static/assets"), ".js").stream().filter(script -> !script.endsWith("autosave.js")))
                .allSatisfy(script -> assertThat(Files.readString(script)).as(script.toString()).doesNotContain("autosave,", "dataset.autosave"));
        List<Path> saving = files(MAIN.resolve("jte"), ".jte").stream().filter(page -> !page.startsWith(MAIN.resolve("jte/ui"))).filter(page -> read(page).contains("autosave")).toList();

        assertThat(saving).hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(page -> assertThat(read(page)).as(page.toString()).contains("autosave = page.path()").containsOnlyOnce("id=\"saved\" role=\"status\"").doesNotContain("data-autosave"));
    }

    // Safety: a wrong number is a door that does not open, or one that the wrong person opens.
    @Test
    void every_telephone_number_has_a_source_or_belongs_to_nobody() throws IOException {
        Set<String> cited = new TreeSet<>();
        for (String facts : List.of("resources/helpline/lines.yml", "resources/directory/demo.yml")) cited.addAll(numbers(MAIN.resolve(facts)));
        Set<Path> all = Stream.of(".jte", ".java", ".properties", ".html", ".js", ".yml").flatMap(ending -> paths(ending).stream()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(all).hasSizeGreaterThan(500).allSatisfy(file -> assertThat(numbers(file)).as(file.toString()).allMatch(number -> DRAMA.matcher(number).matches() || cited.contains(number)));
        assertThat(numbers(MAIN.resolve("java/org/alongside/ui/web/TroublePage.java"))).as("the page shown when all else is away has numbers to ring").hasSizeGreaterThan(1);
    }

    /** UK numbers in the text, digits only. */
    private static Set<String> numbers(Path file) {
        return NUMBER.matcher(read(file)).results().map(number -> number.group().replaceAll("\\D", "")).filter(digits -> digits.length() == 10 || digits.length() == 11).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> paths(String ending) {
        try {
            return files(MAIN, ending);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void a_module_names_only_its_own_tables() throws IOException {
        Set<String> schemas = new TreeSet<>();
        try (Stream<Path> folders = Files.list(MAIN.resolve("resources/db/migration"))) {
            folders.forEach(folder -> schemas.add(folder.getFileName().toString()));
        }
        for (Path source : files(MAIN.resolve("java/org/alongside"), ".java")) {
            String module = MAIN.resolve("java/org/alongside").relativize(source).getName(0).toString();
            assertThat(foreign(source, module, schemas)).as(source.toString()).isEmpty();
        }
        for (Path migration : files(MAIN.resolve("resources/db/migration"), ".sql")) {
            String module = migration.getParent().getFileName().toString();
            assertThat(foreign(migration, module, schemas)).filteredOn(schema -> !MAY_LOOK_AT.getOrDefault(module, Set.of()).contains(schema)).as(migration.toString()).isEmpty();
        }
    }

    @Test
    void nothing_is_left_for_later() throws IOException {
        assertThat(files(MAIN.resolve("java"), ".java").stream().filter(file -> !file.toString().contains("operator")))
                .allSatisfy(file -> assertThat(Files.readString(file)).as(file.toString()).doesNotContain("System.out", "System.err"));
        Stream<Path> all = Stream.concat(files(MAIN, "").stream(), files(Path.of("src/test"), ".java").stream().filter(file -> !file.endsWith("HouseRulesTests.java")));
        assertThat(all.filter(file -> file.toString().matches(".*\\.(java|jte|sql|css|js|properties)")))
                .allSatisfy(file -> assertThat(Files.readString(file)).as(file.toString()).doesNotContain("TODO", "FIXME", "printStackTrace"));
    }

    private static List<String> foreign(Path file, String module, Set<String> schemas) throws IOException {
        Matcher named = SCHEMA_DOT_TABLE.matcher(Files.readString(file));
        return named.results().map(found -> found.group(1)).filter(schemas::contains).filter(schema -> !schema.equals(module) && !module.equals("operator")).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
