package org.alongside.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.disclosure.Basis;
import org.alongside.disclosure.Because;
import org.alongside.disclosure.Disclosure;
import org.alongside.disclosure.Field;
import org.alongside.disclosure.Purpose;
import org.alongside.people.About;
import org.alongside.people.AddressKind;
import org.alongside.people.Addresses;
import org.alongside.people.NewAddress;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.risk.Levels;
import org.alongside.risk.RiskLevel;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

@AlongsideTest
class LettersTests {
    static final String ODD = "Ünï <img src=\"http://evil.example/x\"/> & ]]> \u0000 👩‍👧 Zażółć";
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Letters letters;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired Addresses addresses;
    @Autowired Levels levels;
    @Autowired Disclosure disclosure;
    @Autowired JdbcClient sql;
    CaseId id;
    PersonId client;
    String path;

    @BeforeEach
    void open() {
        world.as(World.MINA, () -> {
            client = people.record(new NewPerson(Side.SUPPORT, About.named("Robin", "Ashdown").bornOn(LocalDate.of(1990, 5, 1)).speaking("Polish", true)), World.MINA);
            id = cases.open(client, null, World.MINA);
            cases.accept(id, World.MINA);
            levels.raise(id, UUID.randomUUID(), RiskLevel.HIGH, "x", World.MINA);
        });
        path = Letters.path(id);
    }

    @Test
    void what_may_be_told_is_filled_in_and_nothing_else() {
        String told = body(begin("housing", Set.of(Field.NAME, Field.SERVICE, Field.RISK_LEVEL)));
        assertThat(told).contains("Robin Ashdown", "Harbour House has supported them since", "the danger is high at present").doesNotContain("1990", "Polish", "{");

        String more = body(begin("housing", EnumSet.allOf(Field.class)));
        assertThat(more).contains("1 May 1990", "Polish, with an interpreter");
        assertThat(body(begin("housing", Set.of(Field.NAME)))).doesNotContain("danger is").contains("Robin Ashdown");
    }

    @Test
    void a_letter_says_that_they_agreed_only_when_they_did() {
        assertThat(body(begin("housing", Set.of(Field.NAME)))).contains("They have agreed to this letter.");
        UUID without = UUID.randomUUID();
        world.as(World.MINA, () -> letters.begin(id, new Letters.NewLetter(without, "housing", "The duty officer", "", Set.of(Field.NAME), new Because(Basis.RISK_TO_LIFE, "x", true, "")), World.MINA));

        assertThat(body(without)).doesNotContain("agreed");
    }

    @Test
    void an_address_of_theirs_stops_the_letter_whoever_typed_it_and_however() {
        world.as(World.MINA, () -> addresses.record(client, new NewAddress(AddressKind.HOME, "14 Invented Mews", "WM9 8XY", "Westermouth", false, false), World.MINA));
        UUID letter = begin("housing", Set.of(Field.NAME));

        for (String typed : List.of("They live at WM9 8XY.", "wm98xy", "W M 9 - 8 X Y", "At 14, invented mews in town")) {
            assertThatThrownBy(() -> finish(letter, typed)).as(typed).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo("letters.address"));
        }
        finish(letter, "They live in Westermouth. Our office: 2 Quay Street, WM1 2AB.");
        assertThat(one(letter).isDraft()).as("the control: the agency's own postcode is none of theirs").isFalse();
        assertThatThrownBy(() -> begin("housing", Set.of(Field.NAME), "14 Invented Mews\nWM9 8XY")).as("nor is it sent there").isInstanceOf(RuleBroken.class);
    }

    @Test
    void whoever_guesses_an_address_by_writing_it_leaves_a_trace_each_time_they_are_right() throws Exception {
        world.as(World.MINA, () -> addresses.record(client, new NewAddress(AddressKind.HOME, "14 Invented Mews", "WM9 8XY", "Westermouth", false, false), World.MINA));
        UUID letter = begin("housing", Set.of(Field.NAME));

        desk.send(World.TOM, post(path + "/" + letter).param("then", "later").param("revision", "0").param("body", "WM1 2AB"));
        assertThat(refusals()).as("a wrong guess is refused nothing").isEmpty();
        desk.page(World.TOM, post(path + "/" + letter).param("then", "done").param("revision", "1").param("body", "Is it WM9 8XY?"));
        assertThat(refusals()).containsExactly(World.TOM.worker().id() + " words that hold an address of theirs");
    }

    private List<String> refusals() {
        return world.as(World.PRIYA, () -> sql.sql("select worker_id || ' ' || detail from audit.entry where act = 'REFUSED' and kind = 'person' and subject_id = :id").param("id", client.id()).query(String.class).list());
    }

    @Test
    void a_finished_letter_is_in_the_ledger_and_does_not_change() {
        UUID letter = begin("school", Set.of(Field.NAME, Field.SERVICE));
        assertThat(world.as(World.MINA, () -> disclosure.ledger(client))).as("a draft has not left").isEmpty();
        finish(letter, "Dear head");

        Disclosure.Entry entry = world.as(World.MINA, () -> disclosure.ledger(client)).get(0);
        assertThat(entry.purpose()).isEqualTo(Purpose.LETTER);
        assertThat(entry.fields()).containsExactlyInAnyOrder(Field.NAME, Field.SERVICE);
        assertThatThrownBy(() -> finish(letter, "Other words")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("update letters.letter set body = '' where id = :id").param("id", letter).update())).rootCause().hasMessageContaining("does not change");
    }

    @Test
    void the_pdf_holds_what_was_written_reads_aloud_and_asks_nobody_for_anything() throws Exception {
        UUID letter = begin("police", Set.of(Field.NAME));
        assertThat(desk.send(World.MINA, get(path + "/" + letter + "/paper")).getStatus()).as("a draft does not leave").isEqualTo(404);
        finish(letter, "First line\nsecond line\n\n" + ODD);
        MockHttpServletResponse paper = desk.send(World.MINA, get(path + "/" + letter + "/paper"));

        assertThat(paper.getContentType()).isEqualTo("application/pdf");
        assertThat(paper.getHeader("Content-Disposition")).contains("letter.pdf").doesNotContain("Robin");
        try (PDDocument pdf = Loader.loadPDF(paper.getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("The duty officer", "Harbour House", "First line", "second line", "<img src=", "Zażółć", "Mina Okafor");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).as("tagged").isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Letter");
        }
    }

    @Test
    void without_agreement_somebody_says_why_and_every_problem_stands_beside_its_field() throws Exception {
        Document page = desk.page(World.MINA, post(path).param("basis", "SAFEGUARDING").param("told", "NO").param("toLines", ODD));

        assertThat(page.select(".govuk-error-summary a").eachText()).containsExactly("Choose to whom", "Say to whom by name, or “The duty officer”", "Choose what may be told", "Say why it has to be shared without agreement.");
        assertThat(page.selectFirst("#toLines").wholeText()).contains("evil.example");
        Document told = desk.page(World.MINA, post(path).param("template", "school").param("toName", "x").param("agreed", "NAME").param("basis", "AGREED").param("told", "NO"));
        assertThat(told.selectFirst("#whyNot-error").text()).contains("Say why they were not told");
    }

    @Test
    void of_two_people_writing_at_once_the_second_is_told_and_keeps_their_words() throws Exception {
        UUID letter = begin("school", Set.of(Field.NAME));
        assertThat(desk.send(World.MINA, post(path + "/" + letter + "/autosave").param("revision", "0").param("body", "mine")).getHeader("X-Revision")).isEqualTo("revision=1");
        assertThat(desk.send(World.TOM, post(path + "/" + letter + "/autosave").param("revision", "0").param("body", "theirs")).getStatus()).isEqualTo(409);

        Document page = desk.page(World.TOM, post(path + "/" + letter).param("revision", "0").param("body", "theirs"));
        assertThat(page.selectFirst("#body-error").text()).contains("Somebody changed this while you were writing");
        assertThat(page.selectFirst("#body").wholeText().strip()).isEqualTo("theirs");
        assertThat(body(letter)).isEqualTo("mine");
    }

    @Test
    void nobody_outside_the_side_and_the_organisation_finds_any_of_it() throws Exception {
        UUID letter = begin("school", Set.of(Field.NAME));
        finish(letter, "Dear head");

        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA, World.JO)) {
            for (String there : List.of(path, path + "/" + letter, path + "/" + letter + "/paper")) assertThat(desk.send(other, get(there)).getStatus()).as("" + other.worker()).isEqualTo(404);
            assertThat(world.as(other, () -> sql.sql("select count(*) from letters.letter where case_id = :id").param("id", id.id()).query(Integer.class).single())).isZero();
        }
        CaseId another = world.as(World.MINA, () -> cases.open(people.record(new NewPerson(Side.SUPPORT, About.named("Kim", "Ashdown")), World.MINA), null, World.MINA));
        assertThatThrownBy(() -> world.as(World.MINA, () -> letters.one(another, letter))).as("nor by another case").isInstanceOf(NotFound.class);
    }

    private UUID begin(String template, Set<Field> agreed) {
        return begin(template, agreed, "");
    }

    private UUID begin(String template, Set<Field> agreed, String lines) {
        UUID letter = UUID.randomUUID();
        world.as(World.MINA, () -> letters.begin(id, new Letters.NewLetter(letter, template, "The duty officer", lines, agreed, Because.THEY_AGREED), World.MINA));
        return letter;
    }

    private void finish(UUID letter, String body) {
        int revision = one(letter).revision();
        world.as(World.MINA, () -> letters.finish(id, letter, revision, body, World.MINA));
    }

    private Letter one(UUID letter) {
        return world.as(World.MINA, () -> letters.one(id, letter));
    }

    private String body(UUID letter) {
        return one(letter).body();
    }
}
