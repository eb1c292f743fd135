package org.alongside.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.operator.CannotStart;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.standards.Crosswalk.Line;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;

/** A standard is loaded as a draft, shown by an act of its own, and frozen then; an older version stays readable. */
@AlongsideTest
class VersionsTests {
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired MockMvc mvc;
    @Autowired Versions versions;
    @Autowired Standards standards;
    @Autowired ActingTransaction acting;
    @Autowired Organisations organisations;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient sql;
    @Autowired Clock clock;
    @TempDir Path folder;

    @AfterEach
    void nothingIsKept() {
        TestDatabase.asOwner("delete from standards.version");
        TestDatabase.asOwner("delete from standards.taken_key");
        standards.lookAgain();
    }

    private static Oscal.File made(String key, String version, LocalDate on, String... texts) {
        List<Statement> statements = IntStream.range(0, texts.length).mapToObj(at -> new Statement("X" + (at + 1), true, texts[at], null, List.of("Good"), List.of("Proof"), Set.of(Edition.SERVICES))).toList();
        return new Oscal.File(new Standard(key, version, "A loaded standard", "About", "Somebody", "CC-BY-4.0", on, false, List.of(new Section("one", "One", "About it", statements))), key.equals("core-support") ? List.of() : List.of(new Crosswalk(key, "core-support", List.of(new Line("X1", "C9", Relation.SUBSET, "Because")))));
    }

    private static Oscal.File first(String... texts) {
        return made("loaded-standard", "1", LocalDate.of(2026, 1, 1), texts);
    }

    private static Oscal.File second(String... texts) {
        return made("loaded-standard", "2", LocalDate.of(2026, 6, 1), texts);
    }

    private Version load(Oscal.File file, Actor.Worker who) {
        return world.as(who, () -> versions.load(Oscal.write(file), who));
    }

    private Version shown(Oscal.File file, Actor.Worker who) {
        Version version = load(file, who);
        world.as(who, () -> versions.show(version.id(), "By agreement", who));
        standards.lookAgain();
        return version;
    }

    @Test
    void a_file_comes_in_through_the_page_goes_out_and_comes_in_again_as_it_was() throws Exception {
        Oscal.File made = first("One thing", "Another “thing”");
        String there = upload(Oscal.write(made));
        String gone = desk.send(World.ALEX, get(there + "/file")).getContentAsString(StandardCharsets.UTF_8);
        assertThat(Oscal.file(gone)).isEqualTo(made);

        desk.done(World.ALEX, post(there + "/retirement"));
        String again = upload(gone);
        assertThat(again).as("loaded anew, since the draft was dropped").isNotEqualTo(there);
        assertThat(desk.send(World.ALEX, get(again + "/file")).getContentAsString(StandardCharsets.UTF_8)).isEqualTo(gone);
        assertThat(upload(gone)).as("the same file again finds itself").isEqualTo(again);
    }

    private String upload(String text) throws Exception {
        MockHttpServletResponse answer = desk.send(World.ALEX, multipart("/desk/standards").file(new MockMultipartFile("file", "standard.json", "application/json", text.getBytes(StandardCharsets.UTF_8))));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return String.valueOf(answer.getRedirectedUrl());
    }

    @Test
    void a_draft_is_read_by_nobody_outside_until_it_is_shown_with_the_words_that_say_we_may() throws Exception {
        Version draft = load(first("One thing"), World.ALEX);
        standards.lookAgain();
        assertThat(standards.one("loaded-standard")).isEmpty();
        assertThat(world.as(World.anyone(), () -> sql.sql("select count(*) from standards.version").query(Integer.class).single())).as("the database itself holds it back").isZero();
        assertThat(mvc.perform(get("/standards/loaded-standard")).andReturn().getResponse().getStatus()).isEqualTo(404);

        Document refused = desk.page(World.ALEX, post("/desk/standards/" + draft.id() + "/publication"));
        assertThat(refused.select(".govuk-error-summary a").eachText()).containsExactly("Say that you may use these words. Without that nobody else may read them here", "Say under which licence or agreement");
        desk.done(World.ALEX, post("/desk/standards/" + draft.id() + "/publication").param("may", "yes").param("licence", "By agreement of 1 May"));

        assertThat(mvc.perform(get("/standards/loaded-standard")).andReturn().getResponse().getStatus()).isEqualTo(200);
        assertThat(desk.page(World.ALEX, get("/desk/standards/" + draft.id())).text()).contains("By agreement of 1 May", "Shown to everybody");
    }

    @Test
    void what_is_different_is_said_before_it_is_shown() throws Exception {
        shown(first("One thing", "Gone soon"), World.ALEX);
        Version next = load(made("loaded-standard", "2", LocalDate.of(2026, 6, 1), "One other thing"), World.ALEX);

        Document page = desk.page(World.ALEX, get("/desk/standards/" + next.id()));
        assertThat(page.text()).contains("What is different from version 1", "Changed: 1", "Before: One thing", "Gone: 1", "Gone soon");
    }

    @Test
    void a_version_that_was_shown_keeps_its_words_for_ever_and_stays_readable_when_replaced() throws Exception {
        shown(first("One thing"), World.ALEX);
        assertThatThrownBy(() -> load(first("Another thing"), World.ALEX)).isInstanceOf(BadStandard.class).hasMessageContaining("has been shown with other words");
        assertThatThrownBy(() -> world.as(World.ALEX, () -> sql.sql("update standards.version set content = '{}'").update())).as("the database itself refuses").rootCause().hasMessageContaining("permission denied");
        shown(second("Another thing"), World.ALEX);

        assertThat(standards.one("loaded-standard").orElseThrow().version()).isEqualTo("2");
        assertThat(standards.version("loaded-standard", "1").orElseThrow().statement("X1").orElseThrow().text()).isEqualTo("One thing");
        assertThat(standards.versions("loaded-standard")).extracting(Standard::version).containsExactly("2", "1");
        assertThat(page("/standards/loaded-standard").select("a[href=/standards/loaded-standard/versions/1]")).hasSize(1);
        assertThat(page("/standards/loaded-standard/versions/1/services").text()).contains("One thing", "This version has been replaced").doesNotContain("Another thing");
        assertThat(Oscal.read(mvc.perform(get("/standards/loaded-standard/versions/1/catalogue.json")).andReturn().getResponse().getContentAsString())).isEqualTo(first("One thing").standard());
    }

    @Test
    void an_older_version_that_is_shown_later_takes_nobodys_place() {
        shown(second("Another thing"), World.ALEX);
        shown(first("One thing"), World.ALEX);

        assertThat(standards.one("loaded-standard").orElseThrow().version()).isEqualTo("2");
    }

    @Test
    void what_is_put_away_is_read_by_nobody_but_found_by_those_who_were_looked_at_by_it() throws Exception {
        Version version = shown(first("One thing"), World.ALEX);
        desk.done(World.ALEX, post("/desk/standards/" + version.id() + "/retirement"));

        assertThat(standards.one("loaded-standard")).isEmpty();
        assertThat(standards.all()).extracting(Standard::key).doesNotContain("loaded-standard");
        assertThat(standards.version("loaded-standard", "1")).isPresent();
        for (String path : List.of("", "/services", "/versions/1", "/versions/1/services", "/catalogue.json", "/copy")) assertThat(mvc.perform(get("/standards/loaded-standard" + path)).andReturn().getResponse().getStatus()).as(path).isEqualTo(404);
    }

    @Test
    void a_key_belongs_to_whoever_showed_it_first() {
        Version theirs = load(first("Theirs"), World.NIA);
        shown(first("Ours"), World.ALEX);

        assertThatThrownBy(() -> world.as(World.NIA, () -> versions.show(theirs.id(), "x", World.NIA))).isInstanceOf(RuleBroken.class).hasMessageContaining("Another organisation here keeps a standard under the key");
        assertThatThrownBy(() -> load(second("Theirs"), World.NIA)).isInstanceOf(BadStandard.class).hasMessageContaining("another organisation here");
        assertThat(standards.one("loaded-standard").orElseThrow().statement("X1").orElseThrow().text()).isEqualTo("Ours");
        assertThat(standards.keeper("loaded-standard")).contains(World.ALEX.organisation());
    }

    @Test
    void what_cannot_be_taken_is_refused_with_all_that_is_wrong_beside_the_file() throws Exception {
        Oscal.File core = made("core-support", "2", LocalDate.of(2026, 6, 1), "Mine");
        Oscal.File lost = new Oscal.File(made("words", "1", LocalDate.of(2026, 6, 1), "Mine").standard(), List.of(new Crosswalk("words", "core-support", List.of(new Line("X1", "C99", Relation.EQUAL, "x")))));

        assertThatThrownBy(() -> load(new Oscal.File(core.standard(), List.of()), World.ALEX)).isInstanceOf(BadStandard.class).hasMessageContaining("comes along with the software");
        MockHttpServletResponse answer = desk.send(World.ALEX, multipart("/desk/standards").file(new MockMultipartFile("file", "x.json", "application/json", Oscal.write(lost).getBytes(StandardCharsets.UTF_8))));
        assertThat(Jsoup.parse(answer.getContentAsString()).select(".mistakes li").eachText()).containsExactly("the key “words” cannot be used: it stands in addresses here", "what stands beside “core-support”: there is no statement C99 in it");
        assertThat(desk.page(World.ALEX, post("/desk/standards")).select(".govuk-error-summary a").eachText()).containsExactly("Choose a file that is not empty");
    }

    @Test
    void only_administrators_load_and_show_and_reviewers_read() {
        Version version = load(first("One thing"), World.ALEX);
        Actor.Worker reviewer = world.hire(null, "Reading", Role.REVIEWER);
        try {
            assertThat(world.as(reviewer, () -> versions.ours(reviewer))).hasSize(1);
            assertThatThrownBy(() -> world.as(reviewer, () -> versions.show(version.id(), "x", reviewer))).isInstanceOf(NotFound.class);
            assertThat(world.as(reviewer, () -> sql.sql("update standards.version set state = 'SHOWN', licence = 'x', shown_at = now()").update())).as("the database itself").isZero();
            assertThatThrownBy(() -> world.as(World.MINA, () -> versions.ours(World.MINA))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(World.NIA, () -> versions.one(version.id(), World.NIA))).isInstanceOf(NotFound.class);
        } finally {
            world.leave(reviewer);
        }
    }

    @Test
    void what_was_loaded_stands_beside_others_like_what_came_along() throws Exception {
        shown(first("One thing"), World.ALEX);

        assertThat(standards.crosswalk("loaded-standard")).containsOnlyKeys("X1");
        assertThat(standards.crosswalk("loaded-standard").get("X1")).singleElement().satisfies(beside -> assertThat(beside.carries()).isTrue());
        assertThat(standards.crosswalk("core-support").get("C9")).anyMatch(beside -> beside.key().equals("loaded-standard") && beside.relation() == Relation.SUPERSET && !beside.carries());
        assertThat(page("/standards/core-support/beside/loaded-standard").text()).contains("One thing");
    }

    @Test
    void standards_are_read_while_the_database_is_away() {
        shown(first("One thing"), World.ALEX);
        boolean[] gone = {false};
        VersionRows there = new VersionRows(sql), away = new VersionRows(JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none")));
        Standards leftBehind = new Standards(new VersionRows(sql) {
            @Override
            String stamp() {
                return gone[0] ? away.stamp() : transaction.execute(status -> there.stamp());
            }

            @Override
            List<Version> shown() {
                return transaction.execute(status -> there.shown());
            }
        }, acting);
        leftBehind.lookAgain();
        gone[0] = true;
        leftBehind.lookAgain();

        assertThat(leftBehind.one("loaded-standard")).isPresent();
        Standards fromTheStart = new Standards(away, acting);
        fromTheStart.lookAgain();
        assertThat(fromTheStart.all()).extracting(Standard::key).containsExactlyInAnyOrder("supporting-men", "core-support", "sexual-violence-men");
    }

    @Test
    void the_operators_command_loads_shows_and_writes_and_may_renew_what_came_along() throws IOException {
        Oscal.File renewed = new Oscal.File(made("core-support", "2", LocalDate.of(2027, 6, 1), "Renewed").standard(), List.of());
        Path file = Files.writeString(folder.resolve("standard.json"), Oscal.write(renewed));

        assertThat(imported(file.toString())).contains("1 statements in 1 sections", "Beside version 1: 1 statements are new, 0 changed, 24 gone.", "It is a draft");
        standards.lookAgain();
        assertThat(standards.one("core-support").orElseThrow().version()).isEqualTo("1");
        assertThatThrownBy(() -> imported(file.toString(), "--organisation", World.NIA.organisation().id().toString())).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> imported(file.toString(), "--organisation", UUID.randomUUID().toString())).isInstanceOf(CannotStart.class).hasMessageContaining("There is no organisation");
        assertThat(imported(file.toString(), "--show", "--we-may-use-these-words", "CC-BY-4.0")).contains("Everybody can read it now, at /standards/core-support");
        standards.lookAgain();
        assertThat(standards.one("core-support").orElseThrow().version()).isEqualTo("2");

        Path out = folder.resolve("out.json");
        assertThat(exported("core-support", "--to", out.toString())).contains("Written: version 2 of core-support");
        assertThat(Oscal.file(Files.readString(out))).isEqualTo(renewed);
        assertThat(Oscal.read(exported("core-support", "1")).version()).isEqualTo("1");
        assertThatThrownBy(() -> exported("core-support", "9")).isInstanceOf(CannotStart.class).hasMessageContaining("There is no version 9");
        assertThatThrownBy(() -> exported("none")).isInstanceOf(CannotStart.class).hasMessageContaining("There is no standard none");
    }

    @Test
    void the_command_says_all_that_is_wrong_in_a_file_and_asks_for_the_licence() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), Oscal.write(first("One")).replace("\"value\" : \"must\"", "\"value\" : \"may\"").replace("T00:00:00Z", ""));

        assertThatThrownBy(() -> imported(broken.toString())).isInstanceOf(CannotStart.class).hasMessageContaining("neither must nor should").hasMessageContaining("last-modified");
        assertThatThrownBy(() -> imported(folder.resolve("none.json").toString())).isInstanceOf(CannotStart.class).hasMessageContaining("There is no file");
        assertThatThrownBy(() -> imported(broken.toString(), "--show")).isInstanceOf(CannotStart.class).hasMessageContaining("--we-may-use-these-words");
    }

    private String imported(String... arguments) throws IOException {
        ImportStandard command = new ImportStandard();
        StringWriter said = parse(command, arguments);
        command.check();
        command.load(versions, organisations, transaction);
        return said.toString();
    }

    private String exported(String... arguments) throws IOException {
        ExportStandard command = new ExportStandard();
        StringWriter said = parse(command, arguments);
        command.check();
        command.write(standards);
        return said.toString();
    }

    private static StringWriter parse(Object command, String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine line = new CommandLine(command).setOut(new PrintWriter(said, true));
        line.parseArgs(arguments);
        return said;
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(path)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }
}
