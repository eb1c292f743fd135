package org.alongside.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.people.Decision.Reason;
import org.alongside.people.Decision.Verdict;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class PeopleTests {
    private static final List<Actor> NOT_OURS = List.of(World.ROBIN, World.KIT, World.ASH, World.NIA, World.ALEX, World.anyone(), new Actor.Holder("x"),
            new Actor.Job(World.MINA.organisation(), "intake-check"), new Actor.Job(World.ASH.organisation(), "send-message"));

    @Autowired World world;
    @Autowired People people;
    @Autowired SafeContacts contacts;
    @Autowired Addresses addresses;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;

    final SafeContact unknownNumber = new SafeContact("+441632960701", null, Map.of(), "", "", "", true, "", null, null);

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void a_person_is_there_for_their_own_side_of_their_own_organisation_and_for_nobody_else_in_any_table() {
        PersonId person = full();

        for (String table : List.of("person", "safe_contact", "live_call", "risk_to_life", "address")) {
            String key = table.equals("person") ? "id" : "person_id";
            assertThat(rows(World.SAL, table, key, person)).as(table).isPositive();
            for (Actor actor : NOT_OURS) assertThat(rows(actor, table, key, person)).as(table + " " + actor).isZero();
            assertThat(sql.sql("select count(*) from people." + table).query(Integer.class).single()).as(table + ", no actor").isZero();
        }
        assertThat(world.as(World.ROBIN, () -> people.find(person))).isEmpty();
        assertThatThrownBy(() -> world.as(World.ASH, () -> people.mayContact(person, Channel.PHONE))).isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_puts_a_person_on_the_other_side_of_the_wall_or_into_another_organisation() {
        assertThatThrownBy(() -> world.as(World.MINA, () -> people.record(new NewPerson(Side.CHANGE, About.named("A", "B")), World.MINA))).isInstanceOf(NotFound.class);
        PersonId person = full();
        for (Actor.Worker worker : List.of(World.ROBIN, World.ASH)) {
            assertThatThrownBy(() -> world.as(worker, () -> people.change(person, About.named("X", "Y"), 1, worker))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(worker, () -> sql.sql("""
                    insert into people.address (id, person_id, organisation_id, side, kind, guarded, unsafe, recorded_by, recorded_at)
                    values (gen_random_uuid(), :person, :organisation, 'SUPPORT', 'HOME', false, false, :by, now())
                    """).param("person", person.id()).param("organisation", World.MINA.organisation().id()).param("by", worker.worker().id()).update())).rootCause().hasMessageContaining("row-level security");
        }
    }

    @Test
    void number_code_word_notes_and_address_are_unreadable_in_the_database() {
        PersonId person = full();

        String kept = world.as(World.MINA, () -> String.join("\n", List.of("person", "safe_contact", "address", "risk_to_life").stream().flatMap(table ->
                sql.sql("select t.* from people." + table + " t where " + (table.equals("person") ? "id" : "person_id") + " = :id").param("id", person.id())
                        .query((row, number) -> { StringBuilder all = new StringBuilder(); for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) all.append(text(row.getObject(i))).append(' '); return all.toString(); }).list().stream()).toList()));

        assertThat(kept).doesNotContain("1632960701", "blue door", "Elm Street", "WM12AB", "WM1 2AB", "wheelchair", "he has her keys").contains("Harper");
    }

    @Test
    void two_workers_who_change_a_person_at_once_do_not_overwrite_each_other() {
        PersonId person = full();
        int version = world.as(World.MINA, () -> people.find(person).orElseThrow().version());
        world.as(World.TOM, () -> people.change(person, About.named("Robyn", "Harper"), version, World.TOM));

        assertThatThrownBy(() -> world.as(World.MINA, () -> people.change(person, About.named("Robin", "Harper"), version, World.MINA))).isInstanceOf(ChangedMeanwhile.class);
        assertThat(world.as(World.MINA, () -> people.find(person).orElseThrow().displayName())).isEqualTo("Robyn Harper");

        UUID seen = world.as(World.MINA, () -> contacts.inForce(person).id());
        world.as(World.TOM, () -> contacts.record(person, unknownNumber, seen, World.TOM));
        assertThatThrownBy(() -> world.as(World.MINA, () -> contacts.record(person, unknownNumber, seen, World.MINA))).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void of_many_who_press_at_once_one_worker_makes_the_one_call() {
        PersonId person = record(unknownNumber);
        AtomicInteger refused = new AtomicInteger();

        List<CompletableFuture<Void>> pressed = IntStream.range(0, 12).mapToObj(i -> CompletableFuture.runAsync(() -> {
            try {
                Acting.as(World.MINA, () -> contacts.startLiveCall(person, World.MINA));
            } catch (RuleBroken no) {
                refused.incrementAndGet();
            }
        })).toList();
        pressed.forEach(CompletableFuture::join);

        assertThat(refused).hasValue(11);
        assertThat(may(person, Channel.PHONE).reason()).isEqualTo(Reason.CALLED_ONCE);
    }

    @Test
    void recording_the_same_unknown_number_again_does_not_buy_a_second_call_and_a_yes_from_the_person_opens_it() {
        PersonId person = record(unknownNumber);
        world.as(World.MINA, () -> contacts.startLiveCall(person, World.MINA));
        world.as(World.MINA, () -> contacts.endLiveCall(person, CallResult.NO_ANSWER, World.MINA));

        world.as(World.MINA, () -> people.record(person, unknownNumber, World.MINA));
        assertThat(may(person, Channel.PHONE).reason()).isEqualTo(Reason.CALLED_ONCE);
        assertThatThrownBy(() -> world.as(World.TOM, () -> contacts.startLiveCall(person, World.TOM))).isInstanceOf(RuleBroken.class);

        world.as(World.MINA, () -> people.record(person, answers(Safe.YES), World.MINA));
        assertThat(may(person, Channel.PHONE).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void never_is_set_aside_by_a_manager_with_a_reason_for_one_way_and_one_day() {
        PersonId person = record(answers(Safe.NEVER));
        assertThatThrownBy(() -> world.as(World.MINA, () -> contacts.openForRiskToLife(person, Channel.PHONE, "I think so", World.MINA))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.SAL, () -> contacts.openForRiskToLife(person, Channel.PHONE, " ", World.SAL))).isInstanceOf(RuleBroken.class);
        assertThat(may(person, Channel.PHONE).reason()).isEqualTo(Reason.NEVER);

        world.as(World.SAL, () -> contacts.openForRiskToLife(person, Channel.PHONE, "threat to kill tonight", World.SAL));

        assertThat(may(person, Channel.PHONE).reason()).isEqualTo(Reason.RISK_TO_LIFE);
        assertThat(may(person, Channel.TEXT).reason()).isEqualTo(Reason.NEVER);
        clock.pass(Duration.ofHours(24));
        assertThat(may(person, Channel.PHONE).reason()).isEqualTo(Reason.NEVER);
    }

    @Test
    void the_database_itself_refuses_to_set_never_aside_for_anyone_but_a_manager() {
        PersonId person = record(answers(Safe.NEVER));

        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("""
                insert into people.risk_to_life (id, person_id, organisation_id, side, ground, channel, reason, decided_by, decided_at, until)
                values (gen_random_uuid(), :person, :organisation, 'SUPPORT', 'MANAGERS_REASON', 'PHONE', 'x', :by, now(), now() + interval '1 day')
                """).param("person", person.id()).param("organisation", World.MINA.organisation().id()).param("by", World.MINA.worker().id()).update())).rootCause().hasMessageContaining("row-level security");
    }

    @Test
    void any_worker_may_record_that_the_police_were_asked_and_it_opens_no_way_of_ours() {
        PersonId person = record(answers(Safe.NEVER));

        world.as(World.MINA, () -> contacts.policeAsked(person, "screaming heard", World.MINA));

        for (Channel channel : Channel.values()) assertThat(may(person, channel).mayContact()).as(channel.name()).isFalse();
    }

    @Test
    void a_protected_address_makes_every_older_one_unsafe_and_holds_letters_for_seven_days() {
        PersonId person = record(answers(Safe.YES));
        UUID home = address(person, new NewAddress(AddressKind.HOME, "14 Elm Street", "WM1 2AB", "", false, true));
        assertThat(may(person, Channel.LETTER).mayContact()).isTrue();

        address(person, new NewAddress(AddressKind.STAYING_AT, "3 Mill Lane", "WM2 3CD", "", true, true));

        assertThat(world.as(World.MINA, () -> addresses.kept(person)).stream().filter(kept -> kept.id().equals(home))).allMatch(Addresses.Kept::unsafe);
        assertThat(may(person, Channel.LETTER).reason()).isEqualTo(Reason.LETTERS_HELD);
        clock.pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(may(person, Channel.LETTER).reason()).isEqualTo(Reason.LETTERS_HELD);
        clock.pass(Duration.ofSeconds(1));
        assertThat(may(person, Channel.LETTER).mayContact()).isTrue();
    }

    @Test
    void a_helpline_worker_who_writes_down_a_protected_address_makes_the_older_ones_unsafe_too() {
        PersonId person = record(answers(Safe.YES));
        address(person, new NewAddress(AddressKind.HOME, "14 Elm Street", "WM1 2AB", "", false, true));

        world.as(World.JO, () -> addresses.record(person, new NewAddress(AddressKind.STAYING_AT, "3 Mill Lane", "WM2 3CD", "", true, false), World.JO));

        assertThat(world.as(World.MINA, () -> addresses.kept(person)).stream().filter(Addresses.Kept::unsafe)).hasSize(1);
        assertThat(may(person, Channel.LETTER).mayContact()).isFalse();
    }

    @Test
    void of_a_refuge_nothing_is_kept_but_its_area() {
        PersonId person = record(answers(Safe.YES));
        UUID refuge = address(person, new NewAddress(AddressKind.REFUGE, "1 Hidden Road", "WM5 5EE", "Westshire", false, true));

        Addresses.Opened opened = world.as(World.SAL, () -> addresses.reveal(refuge, RevealReason.CHECK, World.SAL));

        assertThat(opened.lines()).isEmpty();
        assertThat(opened.postcode()).isEmpty();
        assertThat(opened.area()).isEqualTo("Westshire");
        assertThat(may(person, Channel.LETTER).mayContact()).isFalse();
        assertThatThrownBy(() -> world.as(World.MINA, () -> sql.sql("update people.address set lines = 'x' where id = :id").param("id", refuge).update())).rootCause().hasMessageContaining("check");
    }

    @Test
    void an_address_opens_only_for_a_reason_the_trail_keeps_and_never_across_the_wall() {
        PersonId person = record(answers(Safe.YES));
        UUID home = address(person, new NewAddress(AddressKind.HOME, "14 Elm Street", "WM1 2AB", "", false, false));

        assertThatThrownBy(() -> world.as(World.MINA, () -> addresses.reveal(home, RevealReason.VISIT, World.MINA))).as("not their case").isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.ROBIN, () -> addresses.reveal(home, RevealReason.IMMEDIATE_DANGER, World.ROBIN))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.ASH, () -> addresses.reveal(home, RevealReason.IMMEDIATE_DANGER, World.ASH))).isInstanceOf(NotFound.class);
        assertThat(world.as(World.SAL, () -> addresses.reveal(home, RevealReason.ADVOCACY, World.SAL)).lines()).isEqualTo("14 Elm Street");
        assertThat(world.as(World.MINA, () -> addresses.reveal(home, RevealReason.IMMEDIATE_DANGER, World.MINA)).postcode()).isEqualTo("WM1 2AB");

        assertThat(trail(person)).contains("address opened: ADVOCACY", "address opened: IMMEDIATE_DANGER, not their case");
        assertThat(world.as(new Actor.Job(World.MINA.organisation(), "send-message"), () -> sql.sql("select count(*) from messages.outbox where worker_id = :lead")
                .param("lead", World.PRIYA.worker().id()).query(Integer.class).single())).as("the lead is told").isPositive();
    }

    private PersonId full() {
        PersonId person = world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, new About("Robin", "Harper", "Rob", LocalDate.of(1988, 2, 29), "they", "", "Welsh", true, "wheelchair", "he has her keys"), unknownNumber), World.MINA));
        world.as(World.MINA, () -> contacts.startLiveCall(person, World.MINA));
        world.as(World.MINA, () -> contacts.policeAsked(person, "he has her keys", World.MINA));
        address(person, new NewAddress(AddressKind.HOME, "14 Elm Street", "WM1 2AB", "", false, true));
        return person;
    }

    private PersonId record(SafeContact contact) {
        return world.as(World.MINA, () -> people.record(new NewPerson(Side.SUPPORT, About.named("Robin", "Harper"), contact), World.MINA));
    }

    private SafeContact answers(Safe safe) {
        ChannelAnswer answer = ChannelAnswer.of(safe);
        return new SafeContact("+441632960701", "r@example.org", Map.of(Channel.PHONE, answer, Channel.TEXT, answer, Channel.LETTER, answer), "", "", "blue door", true, "", null, null).checkedOn(LocalDate.of(2026, 11, 20));
    }

    private UUID address(PersonId person, NewAddress address) {
        return world.as(World.MINA, () -> addresses.record(person, address, World.MINA));
    }

    private Decision may(PersonId person, Channel channel) {
        return world.as(World.MINA, () -> people.mayContact(person, channel));
    }

    private int rows(Actor actor, String table, String key, PersonId person) {
        return world.as(actor, () -> sql.sql("select count(*) from people." + table + " where " + key + " = :id").param("id", person.id()).query(Integer.class).single());
    }

    private List<String> trail(PersonId person) {
        return world.as(World.PRIYA, () -> sql.sql("select detail from audit.entry where subject_id = :id").param("id", person.id()).query(String.class).list());
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
