package org.alongside.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.organisations.Organisations;
import org.alongside.people.About;
import org.alongside.people.Channel;
import org.alongside.people.ChannelAnswer;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;
import org.alongside.people.Window;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;

/** Against a real SMTP server. */
@AlongsideTest
class MessagesTests {
    private static final Message PLAIN = new Message("messages.notice", false, "https://example.org/desk");
    private static final Actor JOB = new Actor.Job(DemoTown.HARBOUR_HOUSE, Messages.SEND);

    @Autowired World world;
    @Autowired Messages messages;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired JdbcClient sql;
    @Autowired Seal seal;
    @Autowired Texting texting;
    @Autowired TestClock clock;
    @Autowired MockMvc mvc;

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    int port;
    final String email = "p" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void start() {
        server.start();
        port = server.getSmtp().getPort();
    }

    @AfterEach
    void stop() {
        server.stop();
        clock.back();
    }

    @Test
    void a_message_to_a_person_who_said_e_mail_is_safe_leaves_neutral_and_alone_and_its_words_are_gone_afterwards() throws Exception {
        PersonId person = person(emailIs(Safe.YES));
        UUID id = ask(person);

        send(id);

        MimeMessage letter = server.getReceivedMessages()[0];
        assertThat(letter.getAllRecipients()).hasSize(1);
        assertThat(letter.getAllRecipients()[0]).hasToString(email);
        assertThat(letter.getFrom()[0].toString()).isEqualTo("Local support <no-reply@localsupport.example>");
        assertThat(GreenMailUtil.getWholeMessage(letter).toLowerCase()).doesNotContain("abuse", "violence", "refuge", "harbour", "victim", "survivor", "alongside");
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(hasBody(id)).isFalse();
    }

    @Test
    void nothing_is_even_asked_for_while_nobody_knows_whether_e_mail_is_safe() {
        PersonId person = person(emailIs(Safe.UNKNOWN));

        assertThatThrownBy(() -> world.as(World.MINA, () -> messages.toPerson(person, PLAIN, World.MINA))).isInstanceOf(RuleBroken.class).hasMessageContaining("Nobody has told us");
        assertThat(outbox("person_id", person.id())).isEmpty();
    }

    @Test
    void an_answer_changed_between_asking_and_sending_stops_the_message_and_duty_sees_it() throws Exception {
        PersonId person = person(emailIs(Safe.YES));
        UUID id = ask(person);
        world.as(World.MINA, () -> people.record(person, emailIs(Safe.NEVER), World.MINA));

        send(id);

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(state(id)).isEqualTo("NOT_SAFE");
        assertThat(hasBody(id)).isFalse();
        mvc.perform(get("/desk/messages").with(world.signedIn(World.TOM))).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("/desk/people/" + person.id()))).andExpect(content().string(Matchers.containsString("no longer safe")));
        mvc.perform(post("/desk/messages/" + id + "/seen").with(world.signedIn(World.TOM))).andExpect(redirectedUrl("/desk/messages"));
        mvc.perform(get("/desk/messages").with(world.signedIn(World.TOM))).andExpect(content().string(Matchers.not(Matchers.containsString(person.id().toString()))));
    }

    @Test
    void a_message_waits_for_the_hours_that_are_safe() {
        Window mondays = new Window(Set.of(DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(11, 0));
        PersonId person = person(contact(new ChannelAnswer(Safe.YES, List.of(mondays), "")));
        UUID id = ask(person);
        clock.moveTo(Instant.parse("2026-11-20T11:00:00Z"));

        assertThat(send(id)).contains(Instant.parse("2026-11-27T09:00:00Z"));
        assertThat(server.getReceivedMessages()).isEmpty();

        clock.moveTo(Instant.parse("2026-11-27T09:00:00Z"));
        assertThat(send(id)).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void an_address_nobody_confirmed_gets_its_question_only_and_the_rest_when_the_button_is_pressed() throws Exception {
        OwnAddressId address = world.as(World.anyone(), () -> messages.confirm(DemoTown.HARBOUR_HOUSE, email, false));
        world.as(World.anyone(), () -> messages.toOwnAddress(DemoTown.HARBOUR_HOUSE, address, PLAIN));
        List<UUID> waiting = outbox("own_address_id", address.id());
        waiting.forEach(this::send);
        assertThat(server.getReceivedMessages()).hasSize(1);
        String link = link(GreenMailUtil.getBody(server.getReceivedMessages()[0]));

        mvc.perform(get(link)).andExpect(status().isOk());
        send(address.id());
        assertThat(server.getReceivedMessages()).as("opening the link confirms nothing").hasSize(1);

        mvc.perform(post(link).with(World.sameSite())).andExpect(redirectedUrl("/confirmed"));
        send(address.id());
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void a_link_that_is_wrong_or_too_old_confirms_nothing_and_what_waited_is_dropped() throws Exception {
        mvc.perform(post("/confirm/0123456789").with(World.sameSite())).andExpect(redirectedUrl("/confirm-again"));
        OwnAddressId address = world.as(World.anyone(), () -> messages.confirm(DemoTown.HARBOUR_HOUSE, email, true));
        world.as(World.anyone(), () -> messages.toOwnAddress(DemoTown.HARBOUR_HOUSE, address, PLAIN));
        List<UUID> waiting = outbox("own_address_id", address.id());
        waiting.forEach(this::send);
        String link = link(GreenMailUtil.getBody(server.getReceivedMessages()[0]));
        clock.moveTo(TestClock.START.plus(Messages.A_CONFIRMATION_HOLDS));

        mvc.perform(post(link).with(World.sameSite())).andExpect(redirectedUrl("/cy/confirm-again"));
        waiting.forEach(this::send);
        assertThat(waiting.stream().map(this::state)).containsExactlyInAnyOrder("SENT", "NOT_CONFIRMED");
    }

    @Test
    void in_practice_nothing_leaves_and_the_desk_shows_what_would_have() {
        PersonId person = person(emailIs(Safe.YES));
        UUID id = ask(person);

        world.as(JOB, () -> sender(new Post(mail(), new MailSettings("no-reply@localsupport.example", "Local support", "http://localhost", true, false))).send(DemoTown.HARBOUR_HOUSE, id));

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(state(id)).isEqualTo("PRACTICE");
        assertThat(hasBody(id)).isTrue();
    }

    @Test
    void a_mail_server_that_stays_away_is_tried_later_and_later_and_then_given_up_where_duty_sees_it() {
        PersonId person = person(emailIs(Safe.YES));
        UUID id = ask(person);
        server.stop();

        Instant before = clock.instant();
        for (int turn = 1; turn < Sender.TRIES; turn++) {
            Optional<Instant> again = send(id);
            assertThat(again).isPresent();
            assertThat(again.get()).isAfter(before);
            before = again.get();
        }
        assertThat(send(id)).isEmpty();
        assertThat(state(id)).isEqualTo("GIVEN_UP");
        assertThat(hasBody(id)).isFalse();
    }

    @Test
    void a_notice_to_a_worker_says_nothing_but_that_there_is_something_new() throws Exception {
        world.as(World.MINA, () -> messages.notice(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, DemoTown.TOM_DUTY_WORKER));
        send(outbox("worker_id", DemoTown.TOM_DUTY_WORKER.id()).get(0));

        MimeMessage letter = server.getReceivedMessages()[0];
        assertThat(letter.getAllRecipients()[0]).hasToString("tom@harbour.example");
        assertThat(letter.getSubject()).isEqualTo("There is something new on your desk");
    }

    @Test
    void the_outbox_is_closed_to_the_other_side_other_organisations_and_the_public() {
        UUID id = ask(person(emailIs(Safe.YES)));

        for (Actor actor : List.of(World.MINA, World.KIT, World.ROBIN, World.ASH, World.NIA, World.ALEX, World.anyone(), new Actor.Holder("x"), new Actor.Job(DemoTown.LANTERN, Messages.SEND))) {
            assertThat(world.as(actor, () -> sql.sql("select count(*) from messages.outbox where id = :id").param("id", id).query(Integer.class).single())).as(actor.toString()).isZero();
            if (actor instanceof Actor.Job) continue;
            assertThat(world.as(actor, () -> sql.sql("select count(*) from messages.own_address").query(Integer.class).single())).as(actor.toString()).isZero();
        }
        assertThat(world.as(World.TOM, () -> sql.sql("select count(*) from messages.outbox where id = :id").param("id", id).query(Integer.class).single())).isEqualTo(1);
    }

    @Test
    void a_text_is_asked_about_again_at_the_moment_of_sending_and_leaves_to_the_number_in_force(@TempDir Path folder) throws Exception {
        Texting file = new Texting(new TextSettings(TextSettings.Driver.FILE, folder.toString(), "Local", null), new MailSettings("x@example.org", "x", "http://localhost", false, false));
        PersonId stays = person(textIs(Safe.YES)), changes = person(textIs(Safe.YES)), moves = person(textIs(Safe.YES));
        UUID left = text(stays), held = text(changes), later = text(moves);
        world.as(World.MINA, () -> people.record(changes, textIs(Safe.NO), World.MINA));
        world.as(World.MINA, () -> people.record(moves, new SafeContact("+447700900777", null, Map.of(Channel.TEXT, ChannelAnswer.of(Safe.YES)), "", "", "", true, "", LocalDate.of(2026, 11, 20), LocalDate.of(2027, 2, 18)), World.MINA));
        for (UUID id : List.of(left, held, later)) world.as(JOB, () -> new Sender(sql, seal, people, organisations, realPost(), file, clock).send(DemoTown.HARBOUR_HOUSE, id));

        assertThat(Files.readAllLines(folder.resolve("texts.txt"))).containsExactly("+447700900123\tSee you tomorrow", "+447700900777\tSee you tomorrow");
        assertThat(world.as(World.MINA, () -> messages.texts(changes))).extracting(Messages.Text::state).containsExactly("NOT_SAFE");
        assertThat(world.as(JOB, () -> sql.sql("select count(*) from messages.outbox where id = any (:ids) and body is not null").param("ids", new UUID[] {left, held, later}).query(Integer.class).single())).as("the words are gone").isZero();
        assertThatThrownBy(() -> text(changes)).as("and no new one is written").isInstanceOf(RuleBroken.class);
    }

    @Test
    void in_practice_a_text_goes_nowhere_whatever_is_set_up(@TempDir Path folder) {
        Texting practice = new Texting(new TextSettings(TextSettings.Driver.FILE, folder.toString(), "Local", null), new MailSettings("x@example.org", "x", "http://localhost", true, false));
        PersonId person = person(textIs(Safe.YES));
        UUID id = text(person);
        world.as(JOB, () -> new Sender(sql, seal, people, organisations, realPost(), practice, clock).send(DemoTown.HARBOUR_HOUSE, id));

        assertThat(folder.resolve("texts.txt")).doesNotExist();
        assertThat(world.as(World.MINA, () -> messages.texts(person))).extracting(Messages.Text::state).containsExactly("PRACTICE");
    }

    private Post realPost() {
        return new Post(mail(), new MailSettings("no-reply@localsupport.example", "Local support", "http://localhost", false, false));
    }

    private UUID text(PersonId person) {
        UUID id = UUID.randomUUID();
        world.as(World.MINA, () -> messages.textPerson(person, id, "See you tomorrow", World.MINA));
        return id;
    }

    private SafeContact textIs(Safe safe) {
        return new SafeContact("+447700900123", null, Map.of(Channel.TEXT, ChannelAnswer.of(safe)), "", "", "", true, "", LocalDate.of(2026, 11, 20), LocalDate.of(2027, 2, 18));
    }

    private PersonId person(SafeContact contact) {
        return world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, About.named("Mail", "Tester"), contact), World.MINA));
    }

    private SafeContact emailIs(Safe safe) {
        return contact(ChannelAnswer.of(safe));
    }

    private SafeContact contact(ChannelAnswer answer) {
        return new SafeContact(null, email, Map.of(Channel.EMAIL, answer), "", "", "", true, "", LocalDate.of(2026, 11, 20), LocalDate.of(2027, 2, 18));
    }

    private UUID ask(PersonId person) {
        world.as(World.MINA, () -> messages.toPerson(person, PLAIN, World.MINA));
        return outbox("person_id", person.id()).get(0);
    }

    private Optional<Instant> send(UUID id) {
        return world.as(JOB, () -> sender(realPost()).send(DemoTown.HARBOUR_HOUSE, id));
    }

    private Sender sender(Post post) {
        return new Sender(sql, seal, people, organisations, post, texting, clock);
    }

    private ObjectProvider<JavaMailSender> mail() {
        JavaMailSenderImpl mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        return new StaticListableBeanFactory(Map.of("mail", mail)).getBeanProvider(JavaMailSender.class);
    }

    private List<UUID> outbox(String column, UUID id) {
        return world.as(JOB, () -> sql.sql("select id from messages.outbox where " + column + " = :id order by asked_at, kind").param("id", id).query(UUID.class).list());
    }

    private String state(UUID id) {
        return world.as(JOB, () -> sql.sql("select state from messages.outbox where id = :id").param("id", id).query(String.class).single());
    }

    private boolean hasBody(UUID id) {
        return world.as(JOB, () -> sql.sql("select body is not null from messages.outbox where id = :id").param("id", id).query(Boolean.class).single());
    }

    private static String link(String body) {
        Matcher link = Pattern.compile("http://localhost:8080(/\\S+)").matcher(body);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
