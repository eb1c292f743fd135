package org.alongside.directory.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.alongside.directory.Nation;
import org.alongside.directory.gazetteer.PlacesFile.Kind;
import org.alongside.operator.CannotStart;
import org.alongside.operator.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Tables of places as they are published, read for where outward codes lie. */
class PlacesFileTests {
    private static final Path OUTCODES = Path.of("../shared/data/geo/uk-outcodes.csv");
    private static final String ONS = "pcd7,pcds,dointr,doterm,gridind,ctry25cd,lat,long\n";
    private static final String LIVE = "BD1 1AA,BD1 1AA,198001,,1,E92000001,53.79,-1.75\nBD1 1AB,BD1 1AB,198001,,1,E92000001,53.80,-1.76\nBD1 1AC,BD1 1AC,198001,,1,E92000001,53.81,-1.77\n";
    private static final String BARE = "\"BD1 1AA\",10,416400,433000,\"E92000001\",\"E19000001\",\"E18000002\",\"\",\"E08000032\",\"E05001347\"\n";
    @TempDir Path folder;

    @Test
    void of_an_ons_directory_the_middle_of_live_postcodes_is_kept_and_no_postcode() throws IOException {
        PlacesRead read = read(file("onspd.csv", ONS + LIVE + "BD1 9ZZ,BD1 9ZZ,198001,199606,1,E92000001,10.00,0.00\n"));

        assertThat(read.outcodes()).containsExactly(new Outcode("BD1", 53.80, -1.76, null, null, Nation.ENGLAND));
        assertThat(read.inWords()).isEqualTo("4 lines, of which 3 were used; 1 are postcodes that ended.");
        assertThat(read.outcodes().toString() + read.inWords()).doesNotContain("1AA");
    }

    @Test
    void older_headings_of_the_directory_are_known_too() throws IOException {
        PlacesRead read = read(file("old.csv", "\uFEFF\"pcd\",\"pcd2\",\"pcds\",\"dointr\",\"doterm\",\"usertype\",\"osgrdind\",\"ctry\",\"lat\",\"long\"\n\"CF101AA\",\"CF10 1AA\",\"CF10 1AA\",\"198001\",\"\",\"0\",\"1\",\"W92000004\",51.48,-3.18\n"));

        assertThat(read.outcodes()).containsExactly(new Outcode("CF10", 51.48, -3.18, null, null, Nation.WALES));
    }

    @Test
    void one_postcode_that_is_written_down_wrongly_moves_nothing() throws IOException {
        PlacesRead read = read(file("onspd.csv", ONS + LIVE + LIVE.replace(" 1A", " 1B") + "BD1 9ZZ,BD1 9ZZ,198001,,1,E92000001,58.00,0.00\n"));

        assertThat(read.outcodes()).singleElement().satisfies(one -> assertThat(one.latitude()).isCloseTo(53.80, within(0.011)));
    }

    @Test
    void what_lies_nowhere_or_outside_the_united_kingdom_is_left_out_without_blame() throws IOException {
        PlacesRead read = read(file("onspd.csv", ONS + LIVE + "JE2 3AB,JE2 3AB,198001,,9,L93000001,99.999999,0\nZE9 9AA,ZE9 9AA,198001,,9,S92000003,99.999999,0\n"));

        assertThat(read.outcodes()).extracting(Outcode::code).containsExactly("BD1");
        assertThat(read.wrong()).isEmpty();
        assertThat(read.inWords()).contains("1 have no position", "1 are not in the United Kingdom");
    }

    @Test
    void broken_lines_are_counted_with_their_reason_and_number_and_nothing_of_what_they_say() throws IOException {
        PlacesRead read = read(file("onspd.csv", ONS + LIVE.repeat(200) + "hello,secret place,198001,,1,E92000001,53.79,-1.75\nBD1 1AD,BD1 1AD,198001,,1,E92000001,,\nBD1 1AE,BD1 1AE\nBD1 1AF,BD1 1AF,198001,,1,E92000001,12.5,-1.75\n"));

        assertThat(read.isMostlyBroken()).isFalse();
        assertThat(read.wrong()).extracting(PlacesRead.Wrong::why, PlacesRead.Wrong::where).containsExactlyInAnyOrder(
                tuple("is not a postcode", List.of("602")), tuple("has no position", List.of("603", "604")), tuple("lies outside the United Kingdom", List.of("605")));
        assertThat(read.wrong().toString()).doesNotContain("secret", "1A");
    }

    @Test
    void a_file_of_which_more_than_one_line_in_a_hundred_is_broken_is_another_file() throws IOException {
        assertThat(read(file("onspd.csv", ONS + LIVE + "?,?,?,?,?,?,?,?\n")).isMostlyBroken()).isTrue();
        assertThat(read(file("onspd.csv", ONS + LIVE)).isMostlyBroken()).isFalse();
    }

    @Test
    void the_ons_zip_holds_every_postcode_twice_and_is_read_once() throws IOException {
        Map<String, String> entries = new TreeMap<>(Map.of("Data/ONSPD_AUG_2026_UK.csv", ONS + LIVE, "Data/multi_csv/ONSPD_AUG_2026_UK_BD.csv", ONS + LIVE, "Documents/LA_UA names and codes.csv", "LAD25CD,LAD25NM\nE08000032,Bradford\n", "User Guide/guide.pdf", "%PDF"));
        assertThat(read(zip("ons.zip", entries)).inWords()).startsWith("3 lines, of which 3");

        entries.remove("Data/ONSPD_AUG_2026_UK.csv");
        assertThat(read(zip("areas.zip", entries)).outcodes()).hasSize(1);
    }

    @Test
    void code_point_open_comes_without_headings_and_in_metres() throws IOException {
        Path zip = zip("codepo_gb.zip", Map.of("Data/CSV/bd.csv", BARE, "Data/CSV/cf.csv", BARE.replace("BD1 1AA", "CF101AA").replace("416400,433000", "318300,176400").replace("E92000001", "W92000004"),
                "Data/CSV/ze.csv", BARE.replace("BD1 1AA", "ZE1 0AA").replace(",10,416400,433000", ",90,0,0"), "Doc/Code-Point_Open_Column_Headers.csv", "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n"));
        try (PlacesFile file = PlacesFile.open(zip)) {
            assertThat(file.kind()).isEqualTo(Kind.CODE_POINT);
        }

        assertThat(read(zip).outcodes()).containsExactly(new Outcode("BD1", 53.79, -1.75, null, null, Nation.ENGLAND), new Outcode("CF10", 51.48, -3.18, null, null, Nation.WALES));
    }

    @Test
    void what_is_none_of_them_is_refused_with_the_reason() throws IOException {
        assertRefused(file("notes.csv", "name,address\nSomebody,Somewhere\n"), "is not a table of places that is known here");
        assertRefused(file("empty.csv", ""), "is not a table of places that is known here");
        assertRefused(file("picture.csv", "\u0000\u0001\u0002\"PNG"), "is not a table of places that is known here");
        assertRefused(file("nodates.csv", "pcds,lat,long\nBD1 1AA,53.79,-1.75\n"), "no column doterm");
        assertRefused(zip("none.zip", Map.of("readme.txt", "hello")), "is not a table of places that is known here");
        assertRefused(zip("both.zip", Map.of("a.csv", ONS + LIVE, "b.csv", BARE)), "different kinds");
        assertRefused(folder.resolve("gone.csv"), "There is no file");
    }

    @Test
    void a_file_that_breaks_off_inside_a_quote_is_refused_whole() throws IOException {
        Path file = file("broken.csv", ONS + LIVE + "\"BD1 1A");

        assertThat(read(file(ONS.hashCode() + ".csv", ONS + LIVE)).outcodes()).hasSize(1);
        assertThatThrownBy(() -> read(file)).isInstanceOf(CannotStart.class).hasMessageContaining("is no CSV from line 5 on").hasMessageNotContaining("1A");
    }

    @Test
    void a_whole_postcode_has_no_place_in_a_table_of_outward_codes() throws IOException {
        PlacesRead read = read(file("outcodes.csv", "postcode,latitude,longitude\nBD1,53.79,-1.75\nBD2 1AA,53.80,-1.72\nBD1,53.99,-1.75\nQQ1,53.0,-1.0\n"));

        assertThat(read.outcodes()).containsExactly(new Outcode("BD1", 53.79, -1.75, null, null, Nation.ENGLAND));
        assertThat(read.wrong()).extracting(PlacesRead.Wrong::why).containsExactlyInAnyOrder("is a whole postcode in a table of outward codes", "comes a second time", "does not say its nation, and its area is unknown");
    }

    @Test
    void the_public_table_changes_nothing_but_what_was_put_right_and_its_one_wrong_position_is_not_believed(TestReporter reporter) throws IOException {
        if (Files.notExists(OUTCODES)) {
            reporter.publishEntry("NOT RUN", "the public table of outward codes: it is not beside this checkout");
            return;
        }
        PlacesRead read = read(OUTCODES);
        PlacesChange change = PlacesChange.of(Kind.OUTCODES, read.outcodes(), Gazetteer.shipped(), List.of());

        assertThat(read.isMostlyBroken()).isFalse();
        assertThat(change.outcodes()).hasSizeGreaterThan(2_800);
        assertThat(change.refused()).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("E20");
            assertThat(one.kilometres()).isCloseTo(6.8, within(0.8));
        });
        assertThat(change.added()).isEmpty();
        assertThat(change.moved()).isEmpty();
        assertThat(change.left()).containsExactly("ZZ1");
        Map<String, Outcode> own = Gazetteer.shipped().outcodes();
        assertThat(change.outcodes().stream().filter(one -> one.kilometresTo(own.get(one.code())) > 1.2 || !one.equals(own.get(one.code()).at(one)))).isEmpty();
    }

    @Test
    void what_moved_came_and_went_is_told_and_a_middle_of_postcodes_may_move_far() {
        Gazetteer shipped = Gazetteer.shipped();
        Outcode bradford = shipped.outcodes().get("BD1"), far = new Outcode("BD1", bradford.latitude() + 0.1, bradford.longitude(), null, null, Nation.ENGLAND), fresh = new Outcode("BD99", 53.8, -1.7, null, null, Nation.ENGLAND);
        PlacesChange directory = PlacesChange.of(Kind.POSTCODE_DIRECTORY, List.of(far, fresh), shipped, List.of(new Outcode("BD98", 53.8, -1.7, null, null, Nation.ENGLAND)));
        PlacesChange plain = PlacesChange.of(Kind.OUTCODES, List.of(far), shipped, List.of());

        assertThat(directory.inWords()).contains("New: 1 (BD99).", "Moved by more than 2 km: 1 (BD1 11.1 km).", "Gone since the last load: 1 (BD98).");
        assertThat(directory.refused()).isEmpty();
        assertThat(plain.moved()).isEmpty();
        assertThat(plain.outcodes()).extracting(Outcode::latitude).containsExactly(bradford.latitude());
        assertThat(plain.inWords()).anyMatch(line -> line.startsWith("Not believed, for lying more than 5 km") && line.contains("BD1 11.1 km"));
    }

    @Test
    void names_of_the_software_stay_where_the_file_has_none_and_the_files_own_names_hold() {
        Gazetteer laid = Gazetteer.shippedUnder(List.of(new Outcode("BD1", 53.79, -1.75, null, null, Nation.ENGLAND), new Outcode("BD2", 53.80, -1.72, "Eccleshill", "Bradford", Nation.ENGLAND), new Outcode("BD99", 53.8, -1.7, null, null, Nation.ENGLAND)));

        assertThat(laid.byOutcode("BD", "BD1")).singleElement().satisfies(place -> assertThat(place.district()).isEqualTo("Bradford"));
        assertThat(laid.byName("eccleshill")).singleElement().satisfies(place -> assertThat(place.outcodes()).contains("BD2"));
        assertThat(laid.byOutcode("BD", "BD99")).singleElement().satisfies(place -> {
            assertThat(place.rough()).isFalse();
            assertThat(place.district()).isNull();
        });
        assertThat(laid.byOutcode("BD", "BD97")).singleElement().satisfies(place -> assertThat(place.rough()).isTrue());
    }

    @Test
    void progress_stays_on_one_line_where_somebody_watches_and_is_ten_lines_where_nobody_does() {
        Function<Boolean, String> shown = watched -> {
            StringWriter said = new StringWriter();
            Progress progress = new Progress(new PrintWriter(said), watched, "read", 1_000);
            for (int done = 0; done <= 1_000; done++) progress.at(done);
            return said.toString();
        };

        assertThat(shown.apply(true).lines().flatMap(line -> List.of(line.split("\r")).stream()).filter(line -> !line.isBlank())).hasSize(101).allMatch(line -> line.length() < 80);
        assertThat(shown.apply(true)).endsWith("] 100 %  read" + System.lineSeparator());
        assertThat(shown.apply(false).lines().toList()).hasSize(11).startsWith("  0 %  read").endsWith("100 %  read");
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> PlacesFile.open(file)).isInstanceOf(CannotStart.class).hasMessageContaining(why);
    }

    private static PlacesRead read(Path path) throws IOException {
        List<Long> told = new ArrayList<>();
        try (PlacesFile file = PlacesFile.open(path)) {
            PlacesRead read = file.read(Gazetteer.shipped(), told::add);
            assertThat(told).isSorted().allMatch(bytes -> bytes <= file.bytes());
            return read;
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path zip(String name, Map<String, String> entries) throws IOException {
        Path path = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(path); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return path;
    }
}
