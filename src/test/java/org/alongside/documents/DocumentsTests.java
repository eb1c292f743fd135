package org.alongside.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.disclosure.Basis;
import org.alongside.disclosure.Because;
import org.alongside.disclosure.Disclosure;
import org.alongside.disclosure.Field;
import org.alongside.disclosure.Purpose;
import org.alongside.disclosure.Source;
import org.alongside.files.CopiesTests;
import org.alongside.people.About;
import org.alongside.people.AddressKind;
import org.alongside.people.Addresses;
import org.alongside.people.NewAddress;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonFiles;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class DocumentsTests {
    static final String ODD = "Ünï <img src=x onerror=alert(1)> \u202E 👩‍👧";
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Documents documents;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired PersonFiles files;
    @Autowired Addresses addresses;
    @Autowired Disclosure disclosure;
    @Autowired MultipartProperties uploads;
    @Autowired JdbcClient sql;
    @Autowired MockMvc mvc;
    @Autowired TestClock clock;
    CaseId id;
    PersonId client;
    String path;

    @BeforeEach
    void open() {
        world.as(World.MINA, () -> {
            client = people.record(new NewPerson(Side.SUPPORT, About.named("Robin", "Papers")), World.MINA);
            id = cases.open(client, null, World.MINA);
            cases.accept(id, World.MINA);
        });
        path = Documents.path(id);
    }

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void a_file_comes_back_as_it_came_and_nobody_reads_it_in_the_database() throws IOException {
        byte[] photo = CopiesTests.photo(40, 20, 6);
        UUID document = add(photo);

        assertThat(world.as(World.TOM, () -> documents.original(id, document)).bytes()).isEqualTo(photo);
        String kept = world.as(World.MINA, () -> sql.sql("select encode(content, 'escape') || encode(title, 'escape') from documents.document where id = :id").param("id", document).query(String.class).single());
        assertThat(kept).doesNotContain("Invented", "Photo");
        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("update documents.document set content = 'x' where id = :id").param("id", document).update())).rootCause().hasMessageContaining("does not change");
    }

    @Test
    void who_opened_it_stands_in_the_trail() throws IOException {
        UUID document = add(CopiesTests.png(4, 4));
        world.as(World.TOM, () -> documents.original(id, document));

        assertThat(world.as(World.PRIYA, () -> sql.sql("select worker_id from audit.entry where kind = 'document' and subject_id = :id and act = 'LOOKED'").param("id", document).query(UUID.class).list())).containsExactly(World.TOM.worker().id());
    }

    @Test
    void the_same_file_twice_an_empty_one_a_large_one_and_what_is_not_taken_are_refused_and_say_why() throws IOException {
        byte[] png = CopiesTests.png(5, 5);
        UUID first = UUID.randomUUID();
        add(first, png);
        add(first, png);
        assertThat(all()).as("a second press finds the first").hasSize(1);

        assertThatThrownBy(() -> add(png)).hasMessageContaining("already");
        assertThatThrownBy(() -> add(new byte[0])).hasMessageContaining("empty");
        assertThatThrownBy(() -> add(new byte[Documents.LARGEST + 1])).hasMessageContaining("10 MB");
        assertThatThrownBy(() -> add("<html><script>x</script>".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("not taken");
        assertThat(all()).hasSize(1);
    }

    @Test
    void no_file_is_laid_down_on_a_disk_outside_the_database_while_it_comes_in() {
        assertThat(uploads.getFileSizeThreshold().toBytes()).isGreaterThanOrEqualTo(uploads.getMaxRequestSize().toBytes());
        assertThat(uploads.getMaxFileSize().toBytes()).isEqualTo(Documents.LARGEST);
    }

    @Test
    void what_leaves_is_a_copy_with_nothing_hidden_in_it_and_stands_in_the_ledger() throws Exception {
        UUID document = add(CopiesTests.photo(40, 20, 6)), copy = UUID.randomUUID();
        assertThat(desk.send(World.MINA, get(path + "/" + document + "/copies/" + copy)).getStatus()).as("nobody answered for it yet").isEqualTo(404);
        share(document, copy, "The officer in the case", new Because(Basis.RISK_TO_LIFE, "x", true, ""));
        share(document, copy, "The officer in the case", new Because(Basis.RISK_TO_LIFE, "x", true, ""));

        List<Disclosure.Entry> ledger = world.as(World.MINA, () -> disclosure.ledger(client));
        assertThat(ledger).hasSize(1);
        assertThat(ledger.get(0).purpose()).isEqualTo(Purpose.DOCUMENT);
        assertThat(ledger.get(0).fields()).containsExactly(Field.DOCUMENT);
        MockHttpServletResponse left = desk.send(World.MINA, get(path + "/" + document + "/copies/" + copy));
        assertThat(left.getStatus()).isEqualTo(200);
        assertThat(new String(left.getContentAsByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain("Invented");
        assertThat(new String(desk.send(World.MINA, get(path + "/" + document + "/original")).getContentAsByteArray(), StandardCharsets.ISO_8859_1)).as("the control").contains("Invented");
    }

    @Test
    void no_copy_goes_to_an_address_of_theirs_nor_is_made_of_what_hides_more_than_one_sees() throws IOException {
        world.as(World.MINA, () -> addresses.record(client, new NewAddress(AddressKind.HOME, "14 Invented Mews", "WM9 8XY", "Westermouth", false, false), World.MINA));
        UUID document = add(CopiesTests.png(4, 4)), text = add("hello\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> share(document, UUID.randomUUID(), "Robin, 14 Invented Mews", Because.THEY_AGREED)).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo("documents.to-them"));
        assertThatThrownBy(() -> share(text, UUID.randomUUID(), "The court", Because.THEY_AGREED)).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo("documents.no-copy"));
        share(document, UUID.randomUUID(), "The court", Because.THEY_AGREED);
        assertThat(world.as(World.MINA, () -> documents.copies(document))).as("the control").hasSize(1);
    }

    @Test
    void what_was_added_by_mistake_goes_for_good_by_whoever_added_it_on_that_day_or_by_a_manager() throws Exception {
        byte[] png = CopiesTests.png(6, 6);
        UUID document = add(png), old = add(CopiesTests.png(7, 7));
        assertThatThrownBy(() -> world.as(World.TOM, () -> documents.remove(id, document, "x", World.TOM))).hasMessageContaining("ask a manager");
        world.as(World.MINA, () -> documents.remove(id, document, "It is another client's", World.MINA));

        assertThat(desk.send(World.MINA, get(path + "/" + document + "/original")).getStatus()).isEqualTo(404);
        assertThat(world.as(World.MINA, () -> sql.sql("select count(*) from documents.document where id = :id and content is null").param("id", document).query(Integer.class).single())).isOne();
        assertThat(desk.page(World.MINA, get(path)).select("main").text()).contains("Taken away");
        assertThatThrownBy(() -> world.as(World.MINA, () -> documents.remove(id, document, "x", World.MINA))).hasMessageContaining("already");
        add(png);

        clock.pass(Duration.ofDays(2));
        assertThatThrownBy(() -> world.as(World.MINA, () -> documents.remove(id, old, "x", World.MINA))).hasMessageContaining("ask a manager");
        world.as(World.SAL, () -> documents.remove(id, old, "x", World.SAL));
    }

    @Test
    void nothing_of_a_file_that_is_held_goes() throws IOException {
        UUID document = add(CopiesTests.png(4, 4));
        world.as(World.SAL, () -> files.hold(client, true));
        assertThatThrownBy(() -> world.as(World.SAL, () -> documents.remove(id, document, "x", World.SAL))).hasMessageContaining("held");

        world.as(World.SAL, () -> files.hold(client, false));
        world.as(World.SAL, () -> documents.remove(id, document, "x", World.SAL));
    }

    @Test
    void every_problem_stands_beside_its_field_and_what_was_typed_stays() throws Exception {
        Document page = Jsoup.parse(upload(World.MINA, new MockMultipartFile("file", "x.svg", "image/png", "<html><script>x</script></html>".getBytes(StandardCharsets.UTF_8)), "title", ODD, "kind", "COURT", "source", "AGENCY"));
        assertThat(page.selectFirst("#file-error").text()).contains("not taken here");
        assertThat(page.selectFirst("#title").val()).isEqualTo(ODD);
        assertThat(page.selectFirst("#kind input[checked], input[name=kind][checked]").val()).isEqualTo("COURT");

        Document empty = Jsoup.parse(upload(World.MINA, new MockMultipartFile("file", new byte[0]), "dated.day", "1", "dated.month", "1", "dated.year", "2031"));
        assertThat(empty.select(".govuk-error-summary a").eachText()).containsExactly("Choose a file that is not empty", "Choose what it is", "Say in a few words what it is", "Choose where it comes from", "Enter a day that is not to come");
        UUID document = add(CopiesTests.png(4, 4));
        assertThat(desk.page(World.MINA, post(path + "/" + document + "/copies")).select(".govuk-error-summary a").eachText()).containsExactly("Say who gets it", "Choose on what ground it is told", "Say whether they know of this");
        assertThat(desk.page(World.MINA, post(path + "/" + document + "/removal")).select(".govuk-error-summary a").eachText()).containsExactly("Say why it goes");
    }

    @Test
    void it_is_added_on_the_page_and_sent_with_a_name_that_tells_nothing() throws Exception {
        upload(World.MINA, new MockMultipartFile("file", "robin-papers-refuge.png", "image/png", CopiesTests.png(4, 4)), "title", "A letter", "kind", "LETTER", "source", "AGENCY", "dated.day", "1", "dated.month", "10", "dated.year", "2026");

        org.alongside.documents.Document kept = all().get(0);
        MockHttpServletResponse file = desk.send(World.MINA, get(path + "/" + kept.id() + "/original"));
        assertThat(file.getHeader("Content-Disposition")).startsWith("inline").contains("document.png").doesNotContain("robin");
        assertThat(file.getContentType()).isEqualTo("image/png");
        assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        UUID text = add("hello\n".getBytes(StandardCharsets.UTF_8));
        assertThat(desk.send(World.MINA, get(path + "/" + text + "/original")).getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(desk.page(World.MINA, get(path)).select("main").text()).contains("Another letter of 1 October 2026", "Another agency gave it to us");
    }

    @Test
    void nobody_outside_the_side_and_the_organisation_finds_any_of_it() throws Exception {
        UUID document = add(CopiesTests.png(4, 4)), copy = UUID.randomUUID();
        share(document, copy, "The court", Because.THEY_AGREED);

        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA, World.JO)) {
            for (String there : List.of(path, path + "/" + document, path + "/" + document + "/original", path + "/" + document + "/copies/" + copy)) assertThat(desk.send(other, get(there)).getStatus()).as(there + " " + other.worker()).isEqualTo(404);
            assertThat(world.as(other, () -> sql.sql("select (select count(*) from documents.document where id = :id) + (select count(*) from documents.copy where document_id = :id)").param("id", document).query(Integer.class).single())).isZero();
        }
        CaseId another = world.as(World.MINA, () -> cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Kim", "Papers")), World.MINA), null, World.MINA));
        assertThatThrownBy(() -> world.as(World.MINA, () -> documents.original(another, document))).as("nor by another case").isInstanceOf(NotFound.class);
    }

    private UUID add(byte[] content) {
        return add(UUID.randomUUID(), content);
    }

    private UUID add(UUID document, byte[] content) {
        world.as(World.MINA, () -> documents.add(id, new Documents.NewDocument(document, DocumentKind.EVIDENCE, "Photo", Source.THEMSELVES, null), "x", content, World.MINA));
        return document;
    }

    private void share(UUID document, UUID copy, String to, Because because) {
        world.as(World.MINA, () -> documents.share(id, document, copy, to, because, World.MINA));
    }

    private List<org.alongside.documents.Document> all() {
        return world.as(World.MINA, () -> documents.of(id));
    }

    private String upload(Actor.Worker who, MockMultipartFile file, String... words) throws Exception {
        var request = multipart(path).file(file);
        for (int i = 0; i < words.length; i += 2) request.param(words[i], words[i + 1]);
        return mvc.perform(request.with(world.signedIn(who))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
