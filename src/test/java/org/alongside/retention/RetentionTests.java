package org.alongside.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.Closures;
import org.alongside.casework.ClosureReason;
import org.alongside.casework.DemoCases;
import org.alongside.disclosure.InformationRequests;
import org.alongside.disclosure.RequestKind;
import org.alongside.people.About;
import org.alongside.people.Certainty;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonFiles;
import org.alongside.people.PersonId;
import org.alongside.people.RelationKind;
import org.alongside.people.Relations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each erasure happens in a transaction that is undone, so that the demo town stays for the other tests. */
@AlongsideTest
class RetentionTests {
    private static final Actor.Job ERASER = new Actor.Job(World.MINA.organisation(), "erase", Side.SUPPORT);
    /** What holds something about a person whom a service worked with in every way we know. */
    private static final List<String> EVERYWHERE = List.of("accommodation.place", "accommodation.request", "appointments.appointment", "casework.action", "casework.allocation", "casework.client_case", "casework.contact", "casework.goal",
            "casework.moment", "casework.need", "casework.offer", "casework.review", "instruments.answer", "instruments.response", "matching.party", "orders.breach", "orders.protective_order", "people.address", "people.name_sound", "people.person", "people.relation",
            "people.relation_role", "people.safe_contact", "referral.answer", "referral.referral", "risk.assessment", "safeguarding.concern", "safetyplan.agreed", "safetyplan.agreed_part", "onward.sent", "disclosure.release", "disclosure.request", "retention.hold");

    @Autowired World world;
    @Autowired Rules rules;
    @Autowired Files files;
    @Autowired Holds holds;
    @Autowired Erasures erasures;
    @Autowired Eraser eraser;
    @Autowired Cases cases;
    @Autowired Closures closures;
    @Autowired People people;
    @Autowired PersonFiles personFiles;
    @Autowired Relations relations;
    @Autowired InformationRequests requests;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;
    @Autowired TestClock clock;

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void nothing_goes_by_itself_before_somebody_decided_how_long_it_is_kept() {
        PersonId person = closed(null);
        clock.pass(Duration.ofDays(36_500));

        as(World.PRIYA, () -> {
            assertThat(rules.all()).isEmpty();
            assertThat(files.dueBy(today(), 1000)).isEmpty();
            assertThat(files.standing(person).because()).contains("Nobody has decided");
            return null;
        });
    }

    @Test
    void a_file_goes_when_its_time_is_up_and_not_a_day_before() {
        PersonId person = closed(null);
        as(World.PRIYA, () -> {
            rules.decide(KeptKind.CASE, 12, "x", World.PRIYA);
            LocalDate due = today().plusMonths(12);
            assertThat(files.standing(person).on()).isEqualTo(due);
            assertThat(dueBy(due.minusDays(1))).doesNotContain(person);
            assertThat(dueBy(due)).contains(person);
            return null;
        });
    }

    @Test
    void whoever_decides_on_less_time_gives_everybody_thirty_days_to_object() {
        PersonId person = closed(null);
        clock.pass(Duration.ofDays(5000));
        as(World.PRIYA, () -> {
            rules.decide(KeptKind.CASE, 60, "x", World.PRIYA);
            assertThat(files.standing(person).on()).as("its time was up long ago").isEqualTo(today().plusDays(Rules.NOTICE_DAYS));
            LocalDate first = rules.all().get(KeptKind.CASE).from();
            clock.pass(Duration.ofDays(40));
            rules.decide(KeptKind.CASE, 72, "x", World.PRIYA);
            assertThat(rules.all().get(KeptKind.CASE).from()).as("more time harms nobody").isEqualTo(first);
            rules.decide(KeptKind.CASE, 6, "x", World.PRIYA);
            assertThat(rules.all().get(KeptKind.CASE).from()).isEqualTo(today().plusDays(Rules.NOTICE_DAYS));
            assertThat(dueBy(today())).isEmpty();
            return null;
        });
    }

    @Test
    void who_is_held_a_child_or_asks_what_we_hold_stays_although_the_time_is_up() {
        PersonId held = closed(null), child = closed(today().minusYears(10)), asks = closed(null), grown = closed(today().minusYears(30));
        as(World.PRIYA, () -> {
            rules.decide(KeptKind.CASE, 1, "x", World.PRIYA);
            holds.place(UUID.randomUUID(), held, HoldReason.COURT, "x", World.PRIYA);
            requests.record(UUID.randomUUID(), asks, new InformationRequests.Asked(RequestKind.COURT, "x", "x", today(), null), World.PRIYA);
            clock.pass(Duration.ofDays(60));

            assertThat(dueBy(today())).contains(grown).doesNotContain(held, child, asks);
            assertThat(List.of(held, child, asks)).extracting(one -> files.standing(one).because()).containsExactly("It is held.", "A child’s file is kept until they turn 25.", "Somebody asks for what we hold about this person.");
            for (PersonId needed : List.of(held, asks)) assertThatThrownBy(() -> erasures.ask(UUID.randomUUID(), needed, ErasureReason.THEY_ASKED, "x", World.PRIYA)).isInstanceOf(RuleBroken.class);
            return null;
        });
    }

    @Test
    void whoever_has_an_open_case_is_not_erased_however_old_their_other_case_is() {
        PersonId person = closed(null);
        world.as(World.MINA, () -> cases.open(person, null, World.MINA));
        as(World.PRIYA, () -> {
            rules.decide(KeptKind.CASE, 1, "x", World.PRIYA);
            clock.pass(Duration.ofDays(400));
            assertThat(dueBy(today())).doesNotContain(person);
            assertThatThrownBy(() -> erasures.ask(UUID.randomUUID(), person, ErasureReason.THEY_ASKED, "x", World.PRIYA)).isInstanceOf(RuleBroken.class).hasMessageContaining("Close it first");
            return null;
        });
    }

    @Test
    void the_database_keeps_whoever_is_held_whatever_the_eraser_wants() {
        PersonId person = closed(null);
        world.as(World.SAL, () -> holds.place(UUID.randomUUID(), person, HoldReason.INQUIRY, "x", World.SAL));

        as(ERASER, () -> {
            assertThat(sql.sql("delete from people.person where id = :id").param("id", person.id()).update()).isZero();
            assertThatThrownBy(() -> eraser.erase(person, true)).isInstanceOf(RuleBroken.class);
            return null;
        });
        as(World.MINA, () -> {
            assertThatThrownBy(() -> personFiles.hold(person, false)).as("nor does a worker let go of it").isInstanceOf(DataAccessException.class);
            return null;
        });
    }

    @Test
    void one_holds_a_second_looks_and_only_two_let_it_go() {
        PersonId person = closed(null);
        UUID id = UUID.randomUUID();
        as(World.PRIYA, () -> {
            holds.place(id, person, HoldReason.POLICE, "Operation x", World.PRIYA);
            holds.place(id, person, HoldReason.POLICE, "Operation x", World.PRIYA);
            assertThat(holds.of(person)).as("a second press finds the first").hasSize(1);
            assertThat(personFiles.isHeld(person)).isTrue();
            assertThatThrownBy(() -> holds.second(id, World.PRIYA)).isInstanceOf(RuleBroken.class);
            holds.second(id, World.SAL);
            holds.lift(id, World.SAL);
            assertThatThrownBy(() -> holds.lift(id, World.SAL)).isInstanceOf(RuleBroken.class).hasMessageContaining("somebody else");
            assertThat(personFiles.isHeld(person)).isTrue();
            holds.keep(id, World.PRIYA);
            holds.lift(id, World.PRIYA);
            holds.lift(id, World.SAL);
            assertThat(personFiles.isHeld(person)).isFalse();
            assertThat(holds.one(id).isOpen()).isFalse();
            return null;
        });
    }

    @Test
    void a_file_with_two_holds_stays_until_the_last_is_let_go() {
        PersonId person = closed(null);
        UUID one = UUID.randomUUID(), two = UUID.randomUUID();
        as(World.PRIYA, () -> {
            for (UUID id : List.of(one, two)) holds.place(id, person, HoldReason.COURT, "x", World.PRIYA);
            for (UUID id : List.of(one, two)) {
                assertThat(personFiles.isHeld(person)).isTrue();
                holds.lift(id, World.PRIYA);
                holds.lift(id, World.SAL);
            }
            assertThat(personFiles.isHeld(person)).isFalse();
            return null;
        });
    }

    @Test
    void nobody_erases_alone_and_before_a_second_person_nothing_happens() {
        PersonId person = closed(null);
        UUID id = UUID.randomUUID();
        as(World.PRIYA, () -> {
            erasures.ask(id, person, ErasureReason.THEY_ASKED, "Rang on the safe number", World.PRIYA);
            assertThatThrownBy(() -> erasures.agree(id, World.PRIYA)).isInstanceOf(RuleBroken.class).hasMessageContaining("somebody else");
            assertThat(erasures.agreed(id)).isEmpty();
            erasures.agree(id, World.SAL);
            assertThat(erasures.agreed(id)).isPresent();
            assertThatThrownBy(() -> erasures.refuse(id, World.SAL)).isInstanceOf(RuleBroken.class);
            return null;
        });
        as(World.PRIYA, () -> {
            erasures.ask(id, person, ErasureReason.MISTAKE, "x", World.PRIYA);
            assertThatThrownBy(() -> sql.sql("update retention.erasure set agreed_by = asked_by, agreed_at = now() where id = :id").param("id", id).update()).as("past the rules the database refuses it too").isInstanceOf(DataAccessException.class);
            return null;
        });
    }

    @Test
    void what_two_people_agreed_on_is_gone_and_only_counted() {
        PersonId person = closed(null);
        UUID id = UUID.randomUUID();
        world.as(World.PRIYA, () -> erasures.ask(id, person, ErasureReason.THEY_ASKED, "x", World.PRIYA));
        Acting.as(ERASER, () -> eraser.agreed(id));
        assertThat(world.as(World.PRIYA, () -> people.find(person))).as("one person asked, nobody agreed").isPresent();

        world.as(World.SAL, () -> erasures.agree(id, World.SAL));
        Acting.as(ERASER, () -> eraser.agreed(id));

        as(ERASER, () -> {
            assertThat(mentions(Set.of(person.id().toString()))).isEmpty();
            assertThat(sql.sql("select records from retention.erased where kind = 'CASE' and why = 'THEY_ASKED'").query(Integer.class).single()).isEqualTo(1);
            assertThat(sql.sql("select cases from casework.counted_case where reason = 'FINISHED' and counted_as = 'NOT_SAID'").query(Integer.class).single()).isPositive();
            return null;
        });
    }

    @Test
    void a_night_erases_what_had_its_time_and_nothing_else() {
        PersonId gone = closed(null);
        clock.pass(Duration.ofDays(300));
        PersonId stays = closed(null);
        as(ERASER, () -> {
            asLead(() -> sql.sql("insert into retention.rule (kind, months, why, from_day, decided_by, decided_at) select kind, 12, 'x', :from, :by, now() from unnest(array['CASE', 'REFERRAL', 'CALL', 'MESSAGE']) kind").param("from", today()).param("by", World.PRIYA.worker().id()).update());
            int calls = sql.sql("select count(*) from helpline.contact").query(Integer.class).single();
            clock.pass(Duration.ofDays(100));
            eraser.night();

            assertThat(sql.sql("select id from people.person").query(UUID.class).list()).contains(stays.id()).doesNotContain(gone.id()).contains(person(DemoCases.SOFIA).id());
            assertThat(calls).isPositive();
            assertThat(sql.sql("select count(*) from helpline.contact").query(Integer.class).single()).isZero();
            assertThat(sql.sql("select kind from retention.erased where why = 'TIME' and records > 0").query(String.class).list()).contains("CASE", "REFERRAL", "CALL");
            assertThat(mentions(Set.of(gone.id().toString()))).isEmpty();
            return null;
        });
    }

    @Test
    void a_case_that_was_opened_again_since_the_list_of_the_night_was_made_stays() {
        PersonId person = closed(null), other = closed(null);
        as(ERASER, () -> {
            asLead(() -> sql.sql("insert into retention.rule (kind, months, why, from_day, decided_by, decided_at) values ('CASE', 1, 'x', :from, :by, now())").param("from", today()).param("by", World.PRIYA.worker().id()).update());
            clock.pass(Duration.ofDays(60));
            List<Files.Due> due = files.dueBy(today(), 10_000);
            asLead(() -> sql.sql("update casework.client_case set status = 'OPEN', closed_at = null where person_id = :id").param("id", person.id()).update());
            due.stream().filter(one -> Set.of(person, other).contains(one.file().person())).forEach(one -> eraser.byClock(one, today()));

            assertThat(sql.sql("select id from people.person").query(UUID.class).list()).contains(person.id()).doesNotContain(other.id());
            return null;
        });
    }

    @Test
    void however_many_must_stay_they_never_hide_a_file_whose_time_is_up() {
        for (int child = 0; child < 4; child++) closed(today().minusYears(10));
        PersonId grown = closed(today().minusYears(40));
        as(World.PRIYA, () -> {
            rules.decide(KeptKind.CASE, 1, "x", World.PRIYA);
            clock.pass(Duration.ofDays(60));
            sql.sql("update casework.client_case set closed_at = closed_at - interval '20 years' where person_id in (select id from people.person where born_on > :day)").param("day", today().minusYears(25)).update();
            assertThat(files.dueBy(today(), 2)).hasSize(2);
            assertThat(dueBy(today())).contains(grown);
            return null;
        });
    }

    @Test
    void a_file_is_erased_everywhere_with_those_who_are_only_named_in_it() {
        Set<String> reached = new TreeSet<>();
        List<PersonId> theirs = new ArrayList<>(world.as(World.SAL, () -> List.of(person(DemoCases.SOFIA), person(DemoCases.DANIEL))));
        theirs.add(world.as(World.SAL, () -> new PersonId(sql.sql("select person_id from referral.referral where person_id is not null order by id limit 1").query(UUID.class).single())));
        for (PersonId person : theirs) {
            as(ERASER, () -> {
                asLead(() -> {
                    sql.sql("insert into disclosure.request (id, side, person_id, kind, status, asked_by, scope, received_on, due_on, recorded_by, recorded_at) values (:id, 'SUPPORT', :person, 'COURT', 'OPEN', 'x', 'x', now(), now(), :id, now())")
                            .param("id", UUID.randomUUID()).param("person", person.id()).update();
                    sql.sql("insert into disclosure.release (id, organisation_id, side, person_id, recipient, recipient_id, purpose, via, fields, withheld, released_by, released_at, basis, told) values (:id, access.organisation(), 'SUPPORT', :person, 'PERSON', :person, 'CLIENT_KEEPS', 'PRINT', '{PLAN}', '{}', access.worker(), now(), 'AGREED', true)")
                            .param("id", UUID.randomUUID()).param("person", person.id()).update();
                    sql.sql("insert into people.address (id, person_id, organisation_id, side, kind, area, guarded, unsafe, recorded_by, recorded_at) values (:id, :person, access.organisation(), 'SUPPORT', 'REFUGE', 'x', true, false, :id, now())").param("id", UUID.randomUUID()).param("person", person.id()).update();
                    sql.sql("insert into retention.hold (id, side, person_id, reason, words, placed_by, placed_at) values (:id, 'SUPPORT', :person, 'COURT', 'x', :id, now())").param("id", UUID.randomUUID()).param("person", person.id()).update();
                });
                Set<PersonId> around = personFiles.around(person);
                Set<String> known = known(person);
                Set<String> before = mentions(known);
                reached.addAll(before);
                eraser.erase(person, true);
                assertThat(mentions(known)).as("what is left of " + person).isEmpty();
                assertThat(around.stream().filter(other -> !personFiles.isNamed(other) && cases(other) == 0).map(other -> other.id().toString()).toList()).as("those who were only named by them").allSatisfy(id -> assertThat(mentions(Set.of(id))).isEmpty());
                return null;
            });
        }
        assertThat(reached).as("control: the files reached into every room").containsAll(EVERYWHERE);
    }

    /** Control for the test above: the eraser sees all that it may have to erase, so that what it finds no more is not there. */
    @Test
    void the_eraser_reaches_every_table_that_names_a_person_a_case_or_a_referral() {
        List<String> out = world.as(World.anyone(), () -> sql.sql("""
                select distinct n.nspname || '.' || c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and c.relrowsecurity and a.attname in ('person_id', 'other_id', 'case_id', 'referral_id', 'record_id', 'subject_id', 'response_id', 'relation_id', 'closure_id', 'agreed_id', 'request_id', 'hit_id', 'assessment_id', 'order_id')
                   -- A self-assessment is of an organisation, not of somebody.
                   and n.nspname not in ('selfassessment', 'peerreview', 'awards', 'improvement', 'commissioning')
                   and (select count(*) from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and p.policyname in ('eraser_finds', 'eraser_removes')) < case when c.relname in ('answer', 'score') and n.nspname = 'instruments' then 1 else 2 end
                """).query(String.class).list());

        assertThat(out).containsExactly("audit.entry");
    }

    @Test
    void a_child_with_an_own_case_stays_when_the_parents_file_goes() {
        PersonId parent = closed(null);
        PersonId[] children = new PersonId[2];
        world.as(World.MINA, () -> {
            for (int child = 0; child < 2; child++) {
                relations.add(parent, About.named("Child" + child, "Keeptest"), new Relations.Around(RelationKind.CHILD, LivesWith.YES, HarmRole.NOT_SAID, Certainty.SAID, "", ""), World.MINA);
                String name = "Child" + child;
                children[child] = relations.of(parent).stream().filter(one -> one.name().startsWith(name)).findFirst().orElseThrow().other();
            }
            cases.open(children[1], null, World.MINA);
        });
        as(ERASER, () -> {
            eraser.erase(parent, true);
            assertThat(sql.sql("select id from people.person").query(UUID.class).list()).contains(children[1].id()).doesNotContain(parent.id(), children[0].id());
            assertThat(mentions(Set.of(parent.id().toString()))).as("nor does the child's case compare the parent any more").isEmpty();
            return null;
        });
    }

    @Test
    void only_leads_and_managers_of_that_side_hold_or_erase() {
        PersonId person = closed(null);
        UUID hold = UUID.randomUUID();
        world.as(World.SAL, () -> holds.place(hold, person, HoldReason.COURT, "x", World.SAL));
        for (Actor.Worker other : List.of(World.MINA, World.TOM, World.JO, World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA)) {
            as(other, () -> {
                assertThatThrownBy(() -> holds.lift(hold, other)).as(other.toString()).isInstanceOf(NotFound.class);
                assertThatThrownBy(() -> erasures.ask(UUID.randomUUID(), person, ErasureReason.MISTAKE, "x", other)).isInstanceOf(NotFound.class);
                assertThat(holds.open()).extracting(Hold::id).doesNotContain(hold);
                return null;
            });
        }
    }

    private PersonId closed(@Nullable LocalDate bornOn) {
        return world.as(World.MINA, () -> {
            PersonId person = people.record(new NewPerson(Side.SUPPORT, About.named("Kept", "Testcase").bornOn(bornOn)), World.MINA);
            CaseId id = cases.open(person, null, World.MINA);
            cases.accept(id, World.MINA);
            closures.close(id, new Closures.Closure(UUID.randomUUID(), ClosureReason.FINISHED, null, List.of(), Closures.Feedback.NONE), World.MINA);
            return person;
        });
    }

    /** In one transaction that is undone. */
    private void as(Actor actor, Supplier<?> work) {
        Acting.as(actor, () -> transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.get();
        }));
    }

    private Set<PersonId> dueBy(LocalDate day) {
        Set<PersonId> due = new LinkedHashSet<>();
        files.dueBy(day, 10_000).forEach(one -> due.add(one.file().person()));
        return due;
    }

    /** The ids of all rows that belong to this file: those that name the person, those that name these, and so on. */
    private Set<String> known(PersonId person) {
        Set<String> known = new LinkedHashSet<>(Set.of(person.id().toString()));
        for (int found = 0; found != known.size(); ) {
            found = known.size();
            tables("id").forEach(table -> known.addAll(sql.sql("select id::text from " + table + " t where t::text ~ :known").param("known", String.join("|", known)).query(String.class).list()));
        }
        return known;
    }

    /** The tables with a row that names any of these, but for the trail, which keeps ids of what was done and of nothing else. */
    private Set<String> mentions(Set<String> ids) {
        Set<String> tables = new TreeSet<>();
        tables(null).forEach(table -> {
            if (sql.sql("select exists (select from " + table + " t where t::text ~ :known)").param("known", String.join("|", ids)).query(Boolean.class).single()) tables.add(table);
        });
        return tables;
    }

    /** Rows that a lead writes, in the same transaction. */
    private void asLead(Runnable writes) {
        actor("WORKER", World.PRIYA.worker().id().toString(), "SUPPORT", "PRIVACY_LEAD,SAFEGUARDING_LEAD", "");
        writes.run();
        actor("JOB", "", "SUPPORT", "", "erase");
    }

    private void actor(String kind, String worker, String side, String roles, String job) {
        sql.sql("select set_config('alongside.actor', :kind, true), set_config('alongside.worker', :worker, true), set_config('alongside.side', :side, true), set_config('alongside.roles', :roles, true), set_config('alongside.job', :job, true)")
                .param("kind", kind).param("worker", worker).param("side", side).param("roles", roles).param("job", job).query().singleRow();
    }

    private List<String> tables(@Nullable String column) {
        return sql.sql("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.relrowsecurity and n.nspname || '.' || c.relname <> 'audit.entry'
                   and (:column::text is null or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = :column)) order by 1
                """).param("column", column).query(String.class).list();
    }

    private int cases(PersonId person) {
        return sql.sql("select count(*) from casework.client_case where person_id = :id").param("id", person.id()).query(Integer.class).single();
    }

    private PersonId person(CaseId id) {
        return new PersonId(sql.sql("select person_id from casework.client_case where id = :id").param("id", id.id()).query(UUID.class).single());
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
