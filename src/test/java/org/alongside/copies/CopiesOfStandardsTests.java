package org.alongside.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.shared.Sector;
import org.alongside.standards.Edition;
import org.alongside.standards.Oscal;
import org.alongside.standards.Standard;
import org.alongside.standards.Standard.Section;
import org.alongside.standards.Standard.Statement;
import org.alongside.standards.Standards;
import org.alongside.standards.Version;
import org.alongside.standards.Versions;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A copy goes to a confirmed address, nothing tells whether an address is known, and whoever stops is forgotten. */
@AlongsideTest
class CopiesOfStandardsTests {
    private static final Actor.Job HOUSE = new Actor.Job(DemoTown.HARBOUR_HOUSE, Copies.JOB), SENDER = new Actor.Job(DemoTown.HARBOUR_HOUSE, "send-message");
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired MockMvc mvc;
    @Autowired Copies copies;
    @Autowired CopyRows rows;
    @Autowired CopyMail mail;
    @Autowired Versions versions;
    @Autowired Standards standards;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;
    private final String ada = "ada-" + UUID.randomUUID() + "@homes.example";

    @BeforeEach
    @AfterEach
    void nobodyAsked() {
        clock.back();
        TestDatabase.asOwner("delete from copies.copy");
        TestDatabase.asOwner("delete from standards.version");
        TestDatabase.asOwner("delete from standards.taken_key");
        standards.lookAgain();
    }

    @Test
    void whoever_asks_has_the_copy_once_they_pressed_the_button_in_their_mail() throws Exception {
        ask(ada, "services", "HOUSING", null);
        Copy copy = mailed(ada);
        assertThat(subjects(copy)).containsExactly("Please confirm");
        assertThat(answer(copy.path() + "/services/pdf").getStatus()).as("not before").isEqualTo(404);
        assertThat(page(copy.path()).select("main form").get(0).attr("action")).isEqualTo(copy.path() + "/confirmation");

        press(copy.path() + "/confirmation");
        Document page = page(copy.path());
        assertThat(page.select("main a[download]").get(0).attr("href")).isEqualTo(copy.path() + "/services/pdf");
        assertThat(page(copy.path() + "/services/paper").text()).contains("Version 1 of 22 November 2026. Copy of 20 November 2026.", "What could show it");
        assertThat(answer(copy.path()).getHeader("X-Robots-Tag")).contains("noindex");
    }

    @Test
    void the_copy_can_be_heard_and_says_on_each_sheet_which_version_it_is_and_of_which_day() throws Exception {
        Copy copy = confirmed(ada, "survivors", null, null);
        for (String language : List.of("", "/cy")) {
            try (PDDocument document = Loader.loadPDF(answer(language + copy.path() + "/services/pdf").getContentAsByteArray())) {
                assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.isEmpty() ? "en" : "cy");
                assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Supporting men who are hurt at home");
                assertThat(document.getDocumentCatalog().getDocumentOutline().children()).extracting(one -> one.getTitle()).containsExactly("Leadership and governance", "Access and engagement", "Service delivery", "Outcomes and evaluation");
                assertThat(document.getNumberOfPages()).isGreaterThan(3);
                for (int number = 1; number <= document.getNumberOfPages(); number++) {
                    PDFTextStripper sheet = new PDFTextStripper();
                    sheet.setStartPage(number);
                    sheet.setEndPage(number);
                    assertThat(sheet.getText(document)).as("sheet " + number).contains(language.isEmpty() ? "Version 1 of 22 November 2026. Copy of 20 November 2026." : "Fersiwn 1 o 22 Tachwedd 2026. Copi 20 Tachwedd 2026.").contains(number + " / " + document.getNumberOfPages());
                }
                String all = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
                assertThat(all).contains("A5.", "D13.", "O12.").doesNotContain("In the words of");
            }
        }
    }

    @Test
    void somebody_who_asks_twice_is_told_so_in_their_own_inbox_and_nowhere_else() throws Exception {
        Copy first = confirmed(ada, "services", null, "yes");

        MockHttpServletResponse again = ask(ada, "services", null, null), fresh = ask("new-" + ada, "services", null, null);
        assertThat(again.getStatus()).isEqualTo(fresh.getStatus()).isEqualTo(302);
        assertThat(again.getRedirectedUrl()).isEqualTo(fresh.getRedirectedUrl()).isEqualTo("/standards/copy/asked");
        assertThat(again.getHeaderNames()).isEqualTo(fresh.getHeaderNames());
        // Control: until the job looked, both rows are of the same kind.
        assertThat(world.as(HOUSE, () -> sql.sql("select count(*) from copies.copy where confirmed_at is null and address_id is null and email is not null").query(Integer.class).single())).isEqualTo(2);

        look();
        assertThat(subjects(first)).containsExactly("Please confirm", "Your copy");
        assertThat(all()).filteredOn(one -> one.fingerprint().equals(rows.fingerprint(ada))).extracting(Copy::id).containsExactly(first.id());
    }

    @Test
    void an_address_stays_only_where_its_owner_wishes_to_hear_of_a_new_version() throws Exception {
        Copy without = confirmed(ada, "services", null, null), with = confirmed("news-" + ada, "services", null, "yes");

        assertThat(address(without)).isZero();
        assertThat(address(with)).as("control").isEqualTo(1);
        assertThat(world.as(HOUSE, () -> sql.sql("select count(*) from copies.copy where email is not null").query(Integer.class).single())).isZero();
        assertThat(page(without.path()).text()).as("the link still works").contains("Your copy is ready");

        Copy again = confirmed(ada, "starting", null, null);
        assertThat(all()).filteredOn(one -> one.fingerprint().equals(rows.fingerprint(ada))).as("counted once").extracting(Copy::id).containsExactly(again.id());
    }

    @Test
    void an_inbox_that_somebody_else_tries_to_fill_gets_five_mails_at_most_and_whoever_tries_reads_the_same_answer_each_time() throws Exception {
        Set<String> answers = new HashSet<>();
        for (int time = 0; time < 8; time++) answers.add(ask(ada, "services", null, null).getRedirectedUrl());

        assertThat(answers).containsExactly("/standards/copy/asked");
        assertThat(all()).hasSize(5);
    }

    @Test
    void whoever_stops_is_forgotten_at_once_and_any_link_gets_the_same_answer() throws Exception {
        Copy copy = confirmed(ada, "services", "HOUSING", "yes");

        assertThat(press(copy.path() + "/removal")).isEqualTo(press("/standards/copy/" + "0".repeat(40) + "/removal")).isEqualTo("/standards/copy/forgotten");
        assertThat(address(copy)).isZero();
        assertThat(all()).isEmpty();
        assertThat(answer(copy.path()).getContentAsString()).isEqualTo(answer("/standards/copy/" + "0".repeat(40)).getContentAsString().replace("0".repeat(40), copy.token()));
    }

    @Test
    void what_nobody_confirms_is_gone_after_two_weeks_and_what_was_confirmed_after_its_time() throws Exception {
        ask(ada, "services", null, "yes");
        Copy copy = mailed(ada);
        clock.pass(Copy.UNCONFIRMED.minusSeconds(60));
        look();
        assertThat(all()).as("control").hasSize(1);
        clock.pass(Duration.ofMinutes(1));
        look();
        assertThat(all()).isEmpty();
        assertThat(address(copy)).isZero();

        confirmed(ada, "services", null, null);
        confirmed("news-" + ada, "services", null, "yes");
        clock.pass(Duration.ofDays(366));
        look();
        assertThat(all()).extracting(Copy::wantsNews).containsExactly(true);
        clock.pass(Duration.ofDays(366));
        look();
        assertThat(all()).isEmpty();
    }

    @Test
    void a_new_version_is_told_once_to_those_who_agreed() throws Exception {
        show("1", LocalDate.of(2026, 1, 1));
        Copy with = confirmed(ada, "services", null, "yes", "told-standard"), without = confirmed("not-" + ada, "services", null, null, "told-standard");
        news();
        assertThat(subjects(with)).as("nothing is new yet").containsExactly("Please confirm");

        show("2", LocalDate.of(2026, 6, 1));
        news();
        news();
        assertThat(subjects(with)).containsExactly("Please confirm", "A new version");
        assertThat(subjects(without)).as("control").containsExactly("Please confirm");

        show("0", LocalDate.of(2025, 6, 1));
        news();
        assertThat(subjects(with)).as("an old one shown later is no news").hasSize(2);
    }

    @Test
    void mails_and_their_links_say_nothing_of_what_they_are_about() throws Exception {
        Copy copy = confirmed(ada, "services", null, "yes");
        ask(ada, "services", null, null);
        look();
        List<String> bodies = world.as(SENDER, () -> sql.sql("select id, subject, body from messages.outbox where own_address_id = :id").param("id", copy.address()).query((row, line) -> row.getString("subject") + " " + TestDatabase.SEAL.open(row.getBytes("body"), "messages.outbox.body", row.getObject("id", UUID.class))).list());
        assertThat(bodies).hasSize(2).allSatisfy(body -> assertThat(body.toLowerCase()).doesNotContain("abuse", "violence", "hurt", "men ", "victim", "survivor"));
    }

    @Test
    void copies_of_what_came_along_belong_to_the_organisation_the_house_was_set_up_for_and_others_to_their_keeper() throws Exception {
        assertThat(confirmed(ada, "services", null, null).organisation()).isEqualTo(DemoTown.HARBOUR_HOUSE);
        Version version = world.as(World.NIA, () -> versions.load(Oscal.write(made("nias-standard", "1", LocalDate.of(2026, 1, 1))), World.NIA));
        world.as(World.NIA, () -> versions.show(version.id(), "x", World.NIA));
        standards.lookAgain();
        ask(ada, "services", null, null, "nias-standard");
        assertThat(Acting.as(new Actor.Job(DemoTown.LANTERN, Copies.JOB), () -> sql.sql("select 1").query(Integer.class).single())).isEqualTo(1);
        assertThat(world.as(new Actor.Job(DemoTown.LANTERN, Copies.JOB), () -> sql.sql("select count(*) from copies.copy where key = 'nias-standard'").query(Integer.class).single())).isEqualTo(1);
    }

    @Test
    void copies_are_counted_by_sector_and_small_numbers_are_not_shown() throws Exception {
        for (int number = 0; number < 6; number++) confirmed(number + ada, "services", "HOUSING", null);
        for (int number = 6; number < 12; number++) confirmed(number + ada, "services", "POLICE", null);
        confirmed("x" + ada, "services", "HEALTH", null);

        Copies.Counted counted = Acting.as(World.ALEX, () -> copies.counted(Set.of("supporting-men"), World.ALEX)).get("supporting-men");
        assertThat(counted.all().words()).isEqualTo("about 10");
        assertThat(counted.bySector().get(Sector.HEALTH.words()).words()).isEqualTo("not shown");
        assertThat(List.of(counted.bySector().get(Sector.HOUSING.words()).words(), counted.bySector().get(Sector.POLICE.words()).words())).as("one hidden number alone could be worked out").containsExactlyInAnyOrder("about 5", "not shown");
        assertThat(counted.bySector().get(Sector.SCHOOLS.words()).words()).isEqualTo("none");
        assertThat(desk.page(World.ALEX, get("/desk/standards")).text()).contains("Supporting men who are hurt at home: about 10").doesNotContain("homes.example");
    }

    @Test
    void what_was_typed_is_there_again_where_something_is_missing_and_nothing_is_ticked_before() throws Exception {
        assertThat(page("/standards/supporting-men/copy").select("#news[checked]")).isEmpty();
        MockHttpServletResponse answer = ask("no address", "services", "POLICE", "yes");
        assertThat(answer.getRedirectedUrl()).isEqualTo("/standards/supporting-men/copy?again");
        Document again = Jsoup.parse(mvc.perform(get("/standards/supporting-men/copy?again").cookie(answer.getCookie("o"))).andReturn().getResponse().getContentAsString());
        assertThat(again.select(".govuk-error-summary a").eachText()).containsExactly("Enter an e-mail address, like name@example.org");
        assertThat(again.select("#email").val()).isEqualTo("no address");
        assertThat(again.select("#news[checked]")).hasSize(1);
    }

    private MockHttpServletResponse ask(String email, String edition, String sector, String news) throws Exception {
        return ask(email, edition, sector, news, "supporting-men");
    }

    private MockHttpServletResponse ask(String email, String edition, String sector, String news, String key) throws Exception {
        var request = post("/standards/" + key + "/copy").param("email", email).param("edition", edition).with(World.sameSite());
        if (sector != null) request.param("sector", sector);
        if (news != null) request.param("news", news);
        return mvc.perform(request).andReturn().getResponse();
    }

    private Copy mailed(String email) {
        look();
        return all().stream().filter(one -> !one.confirmed() && one.fingerprint().equals(rows.fingerprint(email))).reduce((one, later) -> later).orElseThrow();
    }

    private Copy confirmed(String email, String edition, String sector, String news) throws Exception {
        return confirmed(email, edition, sector, news, "supporting-men");
    }

    private Copy confirmed(String email, String edition, String sector, String news, String key) throws Exception {
        ask(email, edition, sector, news, key);
        Copy copy = mailed(email);
        press(copy.path() + "/confirmation");
        return copy;
    }

    private List<Copy> all() {
        return world.as(HOUSE, () -> sql.sql("select id from copies.copy order by asked_at, id").query(UUID.class).list().stream().map(id -> rows.one(id).orElseThrow()).toList());
    }

    private void look() {
        all().forEach(copy -> copies.look(DemoTown.HARBOUR_HOUSE, copy.id(), mail));
    }

    private void news() {
        copies.news(DemoTown.HARBOUR_HOUSE, "told-standard", mail);
    }

    private void show(String version, LocalDate on) {
        Version loaded = world.as(World.ALEX, () -> versions.load(Oscal.write(made("told-standard", version, on)), World.ALEX));
        world.as(World.ALEX, () -> versions.show(loaded.id(), "x", World.ALEX));
        standards.lookAgain();
    }

    private static Standard made(String key, String version, LocalDate on) {
        return new Standard(key, version, "T", "x", "x", "x", on, false, List.of(new Section("one", "One", "x", List.of(new Statement("X1", true, "Words " + version, null, List.of(), List.of(), Set.of(Edition.SERVICES))))));
    }

    private List<String> subjects(Copy copy) {
        return world.as(SENDER, () -> sql.sql("select subject from messages.outbox where own_address_id = :id order by subject = 'Please confirm' desc, asked_at").param("id", copy.address()).query(String.class).list());
    }

    private int address(Copy copy) {
        return world.as(SENDER, () -> sql.sql("select count(*) from messages.own_address where id = :id and octet_length(email) > 0").param("id", copy.address()).query(Integer.class).single());
    }

    private String press(String path) throws Exception {
        return mvc.perform(post(path).with(World.sameSite())).andReturn().getResponse().getRedirectedUrl();
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse();
    }

    private Document page(String path) throws Exception {
        MockHttpServletResponse answer = answer(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }
}
