package org.alongside.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.directory.Directory;
import org.alongside.directory.Edition;
import org.alongside.directory.Editions;
import org.alongside.directory.EntryRows;
import org.alongside.directory.Field;
import org.alongside.directory.Kept;
import org.alongside.directory.exchange.Staged.State;
import org.alongside.operator.DatabaseUrl;
import org.alongside.shared.RuleBroken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Other directories on their way in: what becomes of each record, and what never happens. */
@AlongsideTest
class ImportTests {
    private static final Actor.Job JOB = new Actor.Job(Directory.IMPORTED, Imports.JOB);
    @Autowired Imports imports;
    @Autowired Staging staging;
    @Autowired Comparison comparison;
    @Autowired Exports exports;
    @Autowired Editions editions;
    @Autowired EntryRows rows;
    @Autowired Directory directory;
    @Autowired JdbcClient sql;
    @Autowired World world;
    private final String feed = "feed-" + UUID.randomUUID();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Actor.Worker editor;

    @BeforeEach
    void an_editor() {
        editor = world.hire(null, "Edi " + mark, Role.DIRECTORY_EDITOR);
    }

    @AfterEach
    void nothing_stays() {
        world.leave(editor);
        for (String statement : List.of("delete from directory.staged", "delete from directory.import_run", "delete from directory.edition where service_id in (select id from directory.service where source like '%" + mark + "%' or feed = '" + feed + "')",
                "delete from directory.way_in where service_id in (select id from directory.service where feed = '" + feed + "' or name like '%" + mark + "%')", "delete from directory.service_part where service_id in (select id from directory.service where feed = '" + feed + "' or name like '%" + mark + "%')",
                "delete from directory.service where feed = '" + feed + "' or name like '%" + mark + "%'", "delete from directory.quality_mark where organisation_entry_id in (select id from directory.organisation_entry where feed = '" + feed + "' or name like '%" + mark + "%')",
                "delete from directory.organisation_entry e where (feed = '" + feed + "' or name like '%" + mark + "%') and not exists (select from directory.service where organisation_entry_id = e.id)")) TestDatabase.asOwner(statement);
        directory.refresh();
    }

    private Imports.Wanted wanted(String source) {
        return new Imports.Wanted(source, feed, "OGL", List.of(), false, false);
    }

    private UUID take(String... services) {
        return take(wanted("a-file-" + mark + ".json"), services);
    }

    private UUID take(Imports.Wanted wanted, String... services) {
        return take(wanted, ("[" + String.join(",", services) + "]").getBytes(StandardCharsets.UTF_8));
    }

    private UUID take(Imports.Wanted wanted, byte[] file) {
        return Acting.as(JOB, () -> {
            ImportRun run = imports.begin(wanted, true, Directory.IMPORTED, null);
            staging.take(run, file, done -> { });
            comparison.decide(run.id(), done -> { });
            return run.id();
        });
    }

    private String service(int id, String name, String more) {
        return "{\"id\": \"" + id + "\", \"name\": \"" + name + " " + mark + "\", \"description\": \"What it is.\", \"status\": \"active\", \"organization\": {\"id\": \"o" + id + "\", \"name\": \"Offerer " + id + " " + mark + "\"}, \"service_areas\": [{\"name\": \"Bradford\"}], "
                + "\"attributes\": [{\"taxonomy_term\": {\"code\": \"da-need:outreach\"}, \"label\": \"x\", \"value\": \"offers\"}]" + more + "}";
    }

    private Imports.Report report(UUID run) {
        return world.as(editor, () -> imports.report(run));
    }

    private List<Staged> listed(UUID run, State... states) {
        return world.as(editor, () -> imports.listed(run, Set.of(states), false, 0, 1000));
    }

    private Kept kept(UUID id) {
        return world.as(editor, () -> rows.read("s.id = any (:ids)", List.of(id)).findFirst().orElseThrow());
    }

    private UUID became(UUID run, String externalId) {
        return listed(run, State.values()).stream().filter(one -> one.externalId().equals(externalId)).findFirst().orElseThrow().service();
    }

    @Test
    void a_new_service_is_kept_and_does_not_show_and_nobody_is_said_to_have_checked_it() {
        UUID run = take(service(1, "Outreach", ", \"assured_date\": \"2026-11-01\", \"phones\": [{\"number\": \"01632 960901\"}]"));

        Kept kept = kept(became(run, "1"));
        assertThat(report(run).accepted()).isEqualTo(1);
        assertThat(kept.published()).isFalse();
        assertThat(kept.checkedOn()).isNull();
        assertThat(kept.feed()).isEqualTo(feed);
        assertThat(kept.keeper()).isEqualTo(Directory.IMPORTED);
        assertThat(world.as(editor, () -> editions.of(kept.entry().id()))).extracting(Edition::how).containsExactly(Edition.How.IMPORTED);
        assertThat(directory.service(kept.entry().id())).isEmpty();
    }

    @Test
    void the_same_source_again_makes_no_doubles_and_what_changed_is_changed() {
        UUID first = take(service(1, "One", ""), service(2, "Two", ""), service(3, "Three", ""));
        UUID again = take(service(1, "One", ""), service(2, "Two, renamed", ""));

        assertThat(report(again)).returns(1, Imports.Report::unchanged).returns(1, Imports.Report::changed).returns(0, Imports.Report::accepted);
        assertThat(became(again, "2")).isEqualTo(became(first, "2"));
        assertThat(kept(became(again, "2")).entry().name()).isEqualTo("Two, renamed " + mark);
        assertThat(sql(Integer.class, "select count(*) from directory.service where feed = :feed")).isEqualTo(3);
        assertThat(report(again).gone()).as("only what shows can be missed").isEmpty();
    }

    @Test
    void what_the_source_does_not_list_any_more_is_listed_and_stays() {
        UUID first = take(new Imports.Wanted("x", feed, null, List.of(), false, true), service(1, "One", ""), service(2, "Two", ""));
        UUID again = take(service(1, "One", ""));

        assertThat(report(again).gone()).extracting(Gone::service).containsExactly(became(first, "2"));
        assertThat(kept(became(first, "2")).published()).isTrue();
    }

    // Safety: a person here looked; a computer elsewhere did not.
    @Test
    void what_a_person_here_wrote_is_never_written_over_and_the_report_says_what_the_source_says() {
        UUID first = take(service(1, "Outreach", ", \"phones\": [{\"number\": \"01632 960901\"}]"));
        UUID id = became(first, "1");
        TestDatabase.asOwner("update directory.service set own_fields = '{NAME,WAYS}', version = version + 1 where id = '" + id + "'");

        UUID again = take(service(1, "Renamed", ", \"phones\": [{\"number\": \"01632 960902\"}], \"minimum_age\": 18"));

        Kept kept = kept(id);
        assertThat(kept.entry().name()).isEqualTo("Outreach " + mark);
        assertThat(kept.entry().ways().get(0).value()).isEqualTo("01632 960901");
        assertThat(kept.entry().conditions().youngest()).as("control: a field nobody here wrote").isEqualTo(18);
        assertThat(kept.ownFields()).containsExactlyInAnyOrder("NAME", "WAYS");
        Staged staged = world.as(editor, () -> imports.listed(again, Set.of(), true, 0, 10)).get(0);
        assertThat(staged.differs()).extracting(Staged.Otherwise::field).containsExactlyInAnyOrder(Field.NAME.words(), Field.WAYS.words());
        assertThat(staged.differs()).anyMatch(one -> one.there().contains("01632 960902"));
    }

    @Test
    void bad_records_are_held_with_a_reason_and_the_good_ones_come_in() {
        String[] services = IntStream.range(0, 800).mapToObj(at -> at % 8 < 5 ? at % 2 == 0 ? "{\"id\": \"" + at + "\"}" : service(at, "", "").replace("\"name\": \" " + mark + "\"", "\"name\": \"<script>x</script>\"") : service(at, "Service number " + at, "")).toArray(String[]::new);

        UUID run = take(services);

        assertThat(report(run)).returns(800, Imports.Report::all).returns(500, Imports.Report::held).returns(300, Imports.Report::accepted).returns(0, Imports.Report::merged);
        assertThat(listed(run, State.QUARANTINED)).allMatch(one -> one.doubts().stream().anyMatch(Doubt::grave) && !one.name().contains("script"));
    }

    @Test
    void doubles_are_found_by_name_by_number_by_page_and_by_place_and_only_what_was_missing_is_added() {
        for (String[] how : new String[][] {{"\"phones\": [{\"number\": \"01632 960955\"}]", "Quite another name", "x"}, {"\"url\": \"https://a.example/outreach\"", "Elsewhere", "x"},
                {"\"service_at_locations\": [{\"location\": {\"addresses\": [{\"postal_code\": \"BD1 1AA\"}]}}]", "Outreach", "x"}}) {
            UUID first = take(service(1, "Outreach", ", " + how[0]));
            String other = feed + "-other";
            UUID second = take(new Imports.Wanted("other", other, null, List.of(), false, false), service(77, how[1], ", \"minimum_age\": 18, " + how[0]));
            UUID id = became(first, "1");

            assertThat(report(second)).as(how[0]).returns(1, Imports.Report::merged).returns(0, Imports.Report::accepted);
            Staged merged = listed(second, State.MERGED).get(0);
            assertThat(merged.service()).isEqualTo(id);
            assertThat(merged.reasons()).hasSizeGreaterThan(1);
            assertThat(kept(id).entry().name()).isEqualTo("Outreach " + mark);
            assertThat(kept(id).entry().conditions().youngest()).isEqualTo(18);

            world.leave(editor);
            editor = world.hire(null, "Edi " + mark, Role.DIRECTORY_EDITOR);
            Acting.as(editor, () -> imports.undo(second, "77", editor));
            assertThat(kept(id).entry().conditions().youngest()).as("taken back").isNull();
            assertThat(world.as(editor, () -> editions.of(id)).get(0).how()).isEqualTo(Edition.How.UNDONE);
            UUID third = take(new Imports.Wanted("other", other, null, List.of(), false, false), service(77, how[1], ", \"minimum_age\": 18, " + how[0]));
            assertThat(report(third)).as("somebody said they are two").returns(0, Imports.Report::merged).returns(1, Imports.Report::accepted);
            UUID apart = became(third, "77");
            assertThat(apart).isNotEqualTo(id);
            nothing_stays();
            TestDatabase.asOwner("delete from directory.edition where service_id = '" + apart + "'");
            editor = world.hire(null, "Edi " + mark, Role.DIRECTORY_EDITOR);
        }
    }

    @Test
    void services_of_one_source_that_share_a_number_are_not_doubles() {
        UUID run = take(service(1, "Helpline", ", \"phones\": [{\"number\": \"01632 960977\"}]"), service(2, "Outreach", ", \"phones\": [{\"number\": \"01632 960977\"}]"));

        assertThat(report(run).accepted()).isEqualTo(2);
    }

    @Test
    void what_came_in_can_be_taken_back_until_somebody_changes_it() {
        UUID first = take(service(1, "One", ""), service(2, "Two", ""));
        UUID again = take(service(1, "One, renamed", ""), service(2, "Two, renamed", ""));
        UUID one = became(again, "1"), two = became(again, "2");
        TestDatabase.asOwner("update directory.service set version = version + 1 where id = '" + two + "'");

        Acting.as(editor, () -> imports.undo(again, "1", editor));

        assertThat(kept(one).entry().name()).isEqualTo("One " + mark);
        assertThatThrownBy(() -> Acting.as(editor, () -> imports.undo(again, "2", editor))).isInstanceOf(RuleBroken.class);
        assertThat(kept(two).entry().name()).isEqualTo("Two, renamed " + mark);
        assertThatThrownBy(() -> Acting.as(editor, () -> imports.undo(first, "nothing", editor))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void an_editor_makes_a_run_public_and_what_was_taken_out_stays_out() {
        UUID run = take(service(1, "One", ""), service(2, "Two", ""), service(3, "Three", "").replace("da-need:outreach", "other:thing"));
        Acting.as(editor, () -> imports.undo(run, "2", editor));

        int many = Acting.as(editor, () -> imports.publish(run, editor));

        assertThat(many).as("the second was taken back, the third does not say what it offers").isEqualTo(1);
        assertThat(directory.service(became(run, "1"))).isPresent();
        UUID again = take(new Imports.Wanted("x", feed, null, List.of(), false, true), service(1, "One", ""), service(2, "Two", ""));
        assertThat(kept(became(again, "2")).published()).isFalse();
    }

    // Safety: nothing of where a refuge is may be written down anywhere, not even where it waits.
    @Test
    void where_a_refuge_is_reaches_no_column() {
        String where = ", \"service_at_locations\": [{\"location\": {\"name\": \"Rosecottage" + mark + "\", \"latitude\": 53.79387, \"longitude\": -1.75647, \"addresses\": [{\"address_1\": \"12 Rosebush Lane\", \"postal_code\": \"LS27 9ZQ\"}]}}], \"application_process\": \"Come to 12 Rosebush Lane. Ring first.\"";
        String refuge = service(1, "Westermouth refuge", where).replace("What it is.", "We are at LS27 9ZQ. A safe place."), beside = service(2, "Outreach", where).replace("\"o2\"", "\"o1\"").replace("Offerer 2", "Offerer 1"), elsewhere = service(3, "Elsewhere", ", \"service_at_locations\": [{\"location\": {\"addresses\": [{\"postal_code\": \"LS27 9ZQ\"}]}}]");

        ImportRun[] run = new ImportRun[1];
        Acting.as(JOB, () -> {
            run[0] = imports.begin(wanted("refuges"), true, Directory.IMPORTED, null);
            staging.take(run[0], ("[" + refuge + "," + beside + "," + elsewhere + "]").getBytes(StandardCharsets.UTF_8), done -> { });
        });
        assertNowhere("waiting", became(run[0].id(), "3"));
        Acting.as(JOB, () -> comparison.decide(run[0].id(), done -> { }));
        UUID id = became(run[0].id(), "1"), control = became(run[0].id(), "3");
        Acting.as(editor, () -> imports.publish(run[0].id(), editor));

        assertNowhere("decided", control);
        assertThat(kept(id).entry().offices()).isEmpty();
        assertThat(kept(became(run[0].id(), "2")).entry().offices()).as("it may stand in the same house").isEmpty();
        assertThat(kept(control).entry().offices()).as("control").containsExactly("LS27");
        assertThat(directory.service(id).orElseThrow().toString()).doesNotContain("LS27", "Rose");
    }

    private void assertNowhere(String when, UUID control) {
        List<String> tables = sql.sql("select table_name from information_schema.tables where table_schema = 'directory' and table_type = 'BASE TABLE'").query(String.class).list();
        for (String table : tables) {
            for (String word : List.of("LS27", "Rosebush", "Rosecottage", "53.79387", "1.75647")) {
                List<String> found = rowsWith(table, word);
                found.removeIf(row -> row.contains("Elsewhere " + mark) || control != null && row.contains(control.toString()));
                assertThat(found).as(when + " " + table + " " + word).isEmpty();
            }
        }
    }

    private static List<String> rowsWith(String table, String word) {
        DatabaseUrl owner = TestDatabase.started().owner("alongside");
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(owner.jdbc(), owner.user(), owner.password()); Statement all = connection.createStatement()) {
            all.execute("set alongside.actor = 'INSTALLER'");
            ResultSet rows = all.executeQuery("select t::text from directory." + table + " t where t::text like '%" + word + "%'");
            while (rows.next()) found.add(rows.getString(1));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return found;
    }

    @Test
    void a_stopped_run_goes_on_where_it_was() {
        String[] services = IntStream.range(0, 180).mapToObj(at -> service(at, "Service number " + at, "")).toArray(String[]::new);
        ImportRun run = Acting.as(JOB, () -> {
            ImportRun begun = imports.begin(wanted("long"), true, Directory.IMPORTED, null);
            staging.take(begun, ("[" + String.join(",", services) + "]").getBytes(StandardCharsets.UTF_8), done -> { });
            return begun;
        });
        AtomicInteger batches = new AtomicInteger();

        assertThatThrownBy(() -> Acting.as(JOB, () -> comparison.decide(run.id(), done -> {
            if (batches.incrementAndGet() == 2) throw new IllegalStateException("killed");
        }))).hasMessage("killed");
        assertThat(report(run.id())).returns(100, Imports.Report::accepted).returns(80, Imports.Report::waiting);
        Acting.as(JOB, () -> comparison.decide(run.id(), done -> { }));

        assertThat(report(run.id())).returns(180, Imports.Report::accepted).returns(0, Imports.Report::waiting).returns(ImportRun.State.DONE, report -> report.run().state());
        assertThat(sql(Integer.class, "select count(*) from directory.service where feed = :feed")).isEqualTo(180);
    }

    @Test
    void a_feed_that_dies_half_way_goes_on_at_the_page_where_it_was() throws IOException {
        List<String> asked = new ArrayList<>();
        AtomicInteger dead = new AtomicInteger(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/services", exchange -> {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            asked.add(query);
            int page = query.contains("page=1&") ? 1 : query.contains("page=2&") ? 2 : 3;
            String contents = IntStream.range(0, 3).mapToObj(at -> service(page * 10 + at, "Service number " + page * 10 + at, ", \"phones\": []")).collect(Collectors.joining(","));
            byte[] body = ("{\"total_items\": 9, \"total_pages\": 3, \"contents\": [" + contents + "]}").getBytes(StandardCharsets.UTF_8);
            boolean broken = page == 2 && dead.get() == 1;
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body, 0, broken ? body.length / 2 : body.length);
            exchange.close();
        });
        server.start();
        try {
            Fetch.Rules rules = new Fetch.Rules(InetAddress::getAllByName, any -> true, true, 1_000_000, Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(5));
            String source = "http://localhost:" + server.getAddress().getPort() + "/api/services?page=1&per_page=3";
            ImportRun run = Acting.as(JOB, () -> imports.begin(new Imports.Wanted(source, feed, null, List.of(), true, false), false, Directory.IMPORTED, null));

            assertThatThrownBy(() -> work(run.id(), rules)).hasMessageContaining("half a page");
            assertThat(report(run.id())).returns(3, Imports.Report::all).returns(ImportRun.State.FAILED, report -> report.run().state());
            asked.clear();
            dead.set(0);
            Acting.as(JOB, () -> imports.goOn(run.id()));
            work(run.id(), rules);

            assertThat(report(run.id())).returns(9, Imports.Report::accepted).returns(ImportRun.State.DONE, report -> report.run().state());
            assertThat(asked).noneMatch(query -> query.contains("page=1&per_page"));
        } finally {
            server.stop(0);
        }
    }

    private void work(UUID run, Fetch.Rules rules) {
        Acting.as(JOB, () -> {
            try {
                imports.work(run, rules, done -> { });
            } catch (IOException stopped) {
                throw new UncheckedIOException(stopped.getMessage(), stopped);
            }
        });
    }

    @Test
    void all_that_goes_out_comes_back_into_a_database_as_it_was() throws IOException {
        List<Whole> before = new SomeServices(99).some(40).stream().map(one -> new Whole(one.entry(), one.offeredBy())).toList();
        for (Whole one : before) assertThat(directory.service(one.entry().id())).isEmpty();
        String json = before.stream().map(one -> Readers.EXACT.written(one, null).toString()).collect(Collectors.joining(",", "[", "]"));

        UUID run = take(new Imports.Wanted("whole", feed, null, List.of(), false, false), json.getBytes(StandardCharsets.UTF_8));

        assertThat(report(run).accepted()).as(listed(run, State.MERGED, State.QUARANTINED).toString()).isEqualTo(40);
        List<Kept> kept = before.stream().map(one -> kept(one.entry().id())).toList();
        assertThat(kept.stream().map(Kept::entry)).isEqualTo(before.stream().map(Whole::entry).toList());
        assertThat(kept.stream().map(Kept::offeredBy)).isEqualTo(before.stream().map(Whole::offeredBy).toList());
        ByteArrayOutputStream out = new ByteArrayOutputStream(), zip = new ByteArrayOutputStream();
        exports.write(kept, Exports.Form.JSON, out);
        exports.write(kept, Exports.Form.ZIP, zip);
        JsonNode list = SourceFile.JSON.readTree(out.toByteArray());
        assertThat(list).hasSize(40);
        assertThat(Readers.FILES.read(zip.toByteArray(), Readers.FROM).services().stream().map(Given::entry).toList()).isEqualTo(before.stream().map(Whole::entry).toList());
        UUID again = take(new Imports.Wanted("whole", feed, null, List.of(), false, false), zip.toByteArray());
        assertThat(report(again).unchanged()).isEqualTo(40);
    }

    @Test
    void what_is_public_goes_out_and_what_waits_does_not() {
        UUID run = take(service(1, "Waiting", ""));

        assertThat(exports.published()).isNotEmpty().noneMatch(kept -> kept.entry().id().equals(became(run, "1")));
    }

    @Test
    void nobody_but_directory_editors_and_the_job_sees_or_asks_for_anything() {
        UUID run = take(service(1, "One", ""));

        for (Actor other : List.of(World.MINA, World.SAL, World.anyone(), new Actor.Job(Directory.IMPORTED, "another-job"))) {
            assertThat(world.as(other, () -> sql.sql("select count(*) from directory.staged where run_id = :run").param("run", run).query(Integer.class).single())).isZero();
            assertThat(world.as(other, () -> sql.sql("select count(*) from directory.import_run").query(Integer.class).single())).isZero();
        }
        assertThatThrownBy(() -> Acting.as(World.MINA, () -> imports.publish(run, World.MINA))).isInstanceOf(org.alongside.shared.NotFound.class);
        assertThatThrownBy(() -> Acting.as(World.MINA, () -> imports.undo(run, "1", World.MINA))).isInstanceOf(org.alongside.shared.NotFound.class);
        assertThatThrownBy(() -> Acting.as(World.MINA, () -> imports.ask(wanted("https://x.example/"), World.MINA))).isInstanceOf(org.alongside.shared.NotFound.class);
        assertThat(EnumSet.allOf(State.class)).hasSize(7);
    }

    private <T> T sql(Class<T> type, String statement) {
        return world.as(editor, () -> sql.sql(statement).param("feed", feed).query(type).single());
    }
}
