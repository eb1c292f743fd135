package org.alongside.directory.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.directory.Directory;
import org.alongside.directory.Nation;
import org.alongside.operator.CannotStart;
import org.alongside.operator.HouseCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** {@code bin/alongside import-places}, without its start: codes of the invented area ZZ, so that nobody else's test meets them. */
@AlongsideTest
class ImportPlacesTests {
    @Autowired LoadedPlaces loaded;
    @Autowired JdbcClient sql;
    @TempDir Path folder;

    @AfterEach
    void nothing_was_loaded() {
        TestDatabase.asOwner("delete from directory.place");
        TestDatabase.asOwner("delete from directory.place_load");
    }

    @Test
    void what_a_file_says_is_kept_and_the_same_file_again_changes_nothing() throws IOException {
        Path file = table("ZZ2,50.61,-2.91", "ZZ3,50.62,-2.92", "ZZ4,50.63,-2.93");

        assertThat(load(file)).contains("3 lines, of which 3 were used.", "New: 3 (ZZ2, ZZ3, ZZ4).", "Loaded: 3 outward codes.");
        assertThat(here()).extracting(Outcode::code).containsExactly("ZZ2", "ZZ3", "ZZ4");
        assertThat(here()).contains(new Outcode("ZZ3", 50.62, -2.92, null, null, Nation.ENGLAND));
        assertThat(version()).isPresent();

        Optional<UUID> first = version();
        assertThat(load(file)).contains("All of it is here already").doesNotContain("Loaded:");
        assertThat(version()).isEqualTo(first);
    }

    @Test
    void another_file_takes_its_place_whole_and_what_changed_is_said() throws IOException {
        load(table("ZZ2,50.61,-2.91", "ZZ3,50.62,-2.92"));
        Optional<UUID> first = version();

        assertThat(load(table("ZZ2,50.71,-2.91", "ZZ5,50.62,-2.92"))).contains("New: 1 (ZZ5).", "Moved by more than 2 km: 1 (ZZ2 11.1 km).", "Gone since the last load: 1 (ZZ3).");

        assertThat(here()).extracting(Outcode::code).containsExactly("ZZ2", "ZZ5");
        assertThat(version()).isPresent().isNotEqualTo(first);
    }

    @Test
    void names_come_along_where_the_file_has_them() throws IOException {
        Path file = Files.writeString(folder.resolve("named.csv"), "postcode,latitude,longitude,town,region,uk_region,country\nZZ2,50.61,-2.91,\"Quay, Strand and Hill\",Westermouth,South,ENG\nZZ3,50.62,-2.92,Westermouth,Westermouth,South,ENG\n");

        load(file);

        assertThat(here()).extracting(Outcode::town).containsExactly("Quay/Strand and Hill", "");
        assertThat(Gazetteer.shippedUnder(here()).byName("hill")).singleElement().satisfies(place -> assertThat(place.label()).isEqualTo("Hill, Westermouth"));
    }

    @Test
    void a_look_changes_nothing() throws IOException {
        assertThat(load(table("ZZ2,50.61,-2.91"), "--dry-run")).contains("New: 1 (ZZ2).", "This was a dry run: nothing was changed.");

        assertThat(here()).isEmpty();
        assertThat(version()).isEmpty();
    }

    @Test
    void a_broken_file_changes_nothing() throws IOException {
        load(table("ZZ2,50.61,-2.91"));

        assertThatThrownBy(() -> load(table("ZZ3,50.61,-2.91", "somewhere,x,y"))).isInstanceOf(CannotStart.class).hasMessageContaining("More than one line in a hundred is broken").hasMessageContaining("Nothing was changed");
        assertThatThrownBy(() -> load(table())).isInstanceOf(CannotStart.class).hasMessageContaining("no outward code");

        assertThat(here()).extracting(Outcode::code).containsExactly("ZZ2");
    }

    @Test
    void a_file_with_far_fewer_codes_than_the_last_is_taken_only_when_asked_for() throws IOException {
        List<String> ten = IntStream.range(0, 10).mapToObj(number -> "ZZ" + number + ",50.61,-2.91").collect(Collectors.toCollection(ArrayList::new));
        load(table(ten.toArray(String[]::new)));

        assertThatThrownBy(() -> load(table("ZZ2,50.61,-2.91"))).isInstanceOf(CannotStart.class).hasMessageContaining("far fewer");
        assertThat(here()).hasSize(10);

        assertThat(load(table("ZZ2,50.61,-2.91"), "--fewer")).contains("Loaded: 1 outward codes.");
    }

    @Test
    void all_or_nothing_a_row_that_is_refused_takes_back_what_was_cleared() throws IOException {
        load(table("ZZ2,50.61,-2.91"));
        Optional<UUID> first = version();

        // The Faroe Islands, which the table's own check refuses.
        assertThatThrownBy(() -> Acting.as(ImportPlaces.loads(), () -> loaded.replace(PlacesFile.Kind.OUTCODES, List.of(new Outcode("ZZ3", 50.6, -2.9, null, null, Nation.ENGLAND), new Outcode("ZZ4", 62.5, -2.9, null, null, Nation.ENGLAND))))).rootCause().hasMessageContaining("violates check constraint");

        assertThat(here()).extracting(Outcode::code).containsExactly("ZZ2");
        assertThat(version()).isEqualTo(first);
    }

    // Safety: a place that somebody could move would bring people to the wrong door; no sign-in and no other job may.
    @Test
    void only_the_job_of_the_reserved_organisation_writes_and_everybody_reads() throws IOException {
        load(table("ZZ2,50.61,-2.91"));
        List<Outcode> other = List.of(new Outcode("ZZ3", 50.6, -2.9, null, null, Nation.ENGLAND));

        for (Actor actor : List.of(new Actor.Public(), new Actor.Job(DemoTown.HARBOUR_HOUSE, LoadedPlaces.LOAD), new Actor.Job(Directory.IMPORTED, "import-directory"), new Actor.Holder("x"))) {
            assertThatThrownBy(() -> Acting.as(actor, () -> loaded.replace(PlacesFile.Kind.OUTCODES, other))).rootCause().hasMessageContaining("row-level security");
            assertThat(Acting.as(actor, loaded::read)).extracting(Outcode::code).containsExactly("ZZ2");
        }
        assertThat(loaded.read()).as("with no actor").isEmpty();
    }

    @Test
    void the_command_is_offered_and_looks_at_the_file_before_anything_is_opened() throws IOException {
        StringWriter said = new StringWriter();
        CommandLine line = line(new ImportPlaces(), said);

        assertThat(ServiceLoader.load(HouseCommand.class)).hasAtLeastOneElementOfType(ImportPlaces.class);
        assertThat(line.getUsageMessage()).contains("import-places", "--dry-run", "Of each postcode only the first half is read");
        Path notes = Files.writeString(folder.resolve("notes.csv"), "name\nSomebody\n");
        ImportPlaces command = new ImportPlaces();
        line(command, said).parseArgs(notes.toString());
        assertThatThrownBy(command::check).isInstanceOf(CannotStart.class).hasMessageContaining("is not a table of places");
    }

    private String load(Path file, String... options) throws IOException {
        StringWriter said = new StringWriter();
        ImportPlaces command = new ImportPlaces();
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(file.toString());
        line(command, said).parseArgs(arguments.toArray(String[]::new));
        command.check();
        assertThat(command.load(loaded)).isZero();
        return said.toString();
    }

    private static CommandLine line(ImportPlaces command, StringWriter said) {
        return new CommandLine(command).setOut(new PrintWriter(said, true));
    }

    private Path table(String... lines) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), "postcode,latitude,longitude\n" + String.join("\n", lines) + "\n");
    }

    private List<Outcode> here() {
        return Acting.as(new Actor.Public(), loaded::read);
    }

    private Optional<UUID> version() {
        return Acting.as(new Actor.Public(), loaded::version);
    }
}
