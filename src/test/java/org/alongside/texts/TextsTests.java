package org.alongside.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.messages.Messages;
import org.alongside.people.About;
import org.alongside.people.AddressKind;
import org.alongside.people.Addresses;
import org.alongside.people.Channel;
import org.alongside.people.ChannelAnswer;
import org.alongside.people.NewAddress;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class TextsTests {
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired Texts texts;
    @Autowired Messages messages;
    @Autowired Cases cases;
    @Autowired People people;
    @Autowired Addresses addresses;
    @Autowired JdbcClient sql;
    PersonId client;
    CaseId id;
    String path;

    @BeforeEach
    void open() {
        client(Safe.YES);
    }

    @Test
    void a_text_waits_to_leave_and_stands_in_the_log_once() throws Exception {
        UUID once = UUID.randomUUID();
        send(once, "See you tomorrow.");
        send(once, "See you tomorrow.");

        assertThat(of()).extracting(Messages.Text::state).containsExactly("WAITING");
        assertThat(world.as(World.MINA, () -> sql.sql("select count(*) from casework.contact where case_id = :id and channel = 'TEXT' and started_by = 'US'").param("id", id.id()).query(Integer.class).single())).isOne();
        assertThat(desk.page(World.MINA, get(path)).text()).contains("Waiting to leave", "A text is safe now").doesNotContain("See you tomorrow.");
        assertThat(desk.page(World.MINA, get(path.replace("/texts", "/contacts"))).text()).contains("See you tomorrow.");
    }

    @Test
    void where_a_text_is_not_plainly_safe_none_is_written_and_none_is_logged() throws Exception {
        for (Safe answer : new Safe[] {Safe.NO, Safe.UNKNOWN, Safe.NEVER}) {
            client(answer);
            assertThatThrownBy(() -> send(UUID.randomUUID(), "See you tomorrow.")).as("" + answer).isInstanceOf(RuleBroken.class);
            assertThat(of()).isEmpty();
            assertThat(desk.page(World.MINA, get(path)).select("textarea")).as("no field to be tempted by").isEmpty();
            assertThat(world.as(World.MINA, () -> sql.sql("select count(*) from casework.contact where case_id = :id").param("id", id.id()).query(Integer.class).single())).isZero();
        }
    }

    @Test
    void words_that_tell_links_and_addresses_of_theirs_are_refused_and_what_was_typed_stays() throws Exception {
        world.as(World.MINA, () -> addresses.record(client, new NewAddress(AddressKind.HOME, "14 Invented Mews", "WM9 8XY", "Westermouth", false, false), World.MINA));
        for (String words : List.of("Your refuge is ready", "See www.harbour.example", "I will be at WM9 8XY", "x".repeat(301), " ")) {
            assertThatThrownBy(() -> send(UUID.randomUUID(), words)).as(words).isInstanceOf(RuleBroken.class);
        }
        Document page = desk.page(World.MINA, post(path).param("words", "The police <b>rang</b>"));
        assertThat(page.selectFirst("#words-error").text()).contains("Somebody else may read it. Leave out “police”.");
        assertThat(page.selectFirst("#words").wholeText().strip()).isEqualTo("The police <b>rang</b>");
        assertThat(desk.page(World.MINA, get(path + "?phrase=0")).selectFirst("#words").wholeText().strip()).isEqualTo(Texts.PHRASES.get(0));
        assertThat(of()).isEmpty();
    }

    @Test
    void nobody_outside_the_side_and_the_organisation_texts_or_sees_a_text() throws Exception {
        send(UUID.randomUUID(), "See you tomorrow.");

        for (Actor.Worker other : List.of(World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA, World.JO)) {
            assertThat(desk.send(other, get(path)).getStatus()).as("" + other.worker()).isEqualTo(404);
            assertThatThrownBy(() -> world.as(other, () -> texts.send(id, UUID.randomUUID(), "x", other))).isInstanceOf(NotFound.class);
            assertThat(world.as(other, () -> messages.texts(client))).isEmpty();
        }
    }

    private void client(Safe text) {
        world.as(World.MINA, () -> {
            client = people.record(new NewPerson(Side.SUPPORT, About.named("Robin", "Ashdown"), new SafeContact("+447700900123", null, Map.of(Channel.TEXT, ChannelAnswer.of(text)), "", "", "", true, "", LocalDate.of(2026, 11, 20), LocalDate.of(2027, 2, 18))), World.MINA);
            id = cases.open(client, null, World.MINA);
            cases.accept(id, World.MINA);
        });
        path = Texts.path(id);
    }

    private void send(UUID once, String words) {
        world.as(World.MINA, () -> texts.send(id, once, words, World.MINA));
    }

    private List<Messages.Text> of() {
        return world.as(World.MINA, () -> messages.texts(client));
    }
}
