package org.alongside.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.people.About;
import org.alongside.people.Channel;
import org.alongside.people.Decision;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.referral.DeclineReason;
import org.alongside.referral.ReferralEvent;
import org.alongside.referral.ReferralId;
import org.alongside.referral.ReferralStatus;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AlongsideTest
class CasesTests {
    @Autowired World world;
    @Autowired People people;
    @Autowired Cases cases;
    @Autowired Allocations allocations;
    @Autowired Contacts contacts;
    @Autowired Crises crises;
    @Autowired Needs needs;
    @Autowired Goals goals;
    @Autowired Offers offers;
    @Autowired Actions actions;
    @Autowired Closures closures;
    @Autowired Notes notes;
    @Autowired ClientCaseRepository repository;
    @Autowired JdbcClient sql;
    @Autowired ApplicationEventPublisher events;

    @Test
    void screening_a_referral_opens_its_case_once_and_the_referrals_end_is_the_cases_end() {
        ReferralId referral = new ReferralId(UUID.randomUUID());
        PersonId person = world.as(World.TOM, () -> people.record(new NewPerson(Side.SUPPORT, About.named("Ines", "Testcase")), World.TOM));
        ReferralEvent started = new ReferralEvent.ScreeningStarted(referral, DemoTown.HARBOUR_HOUSE, Side.SUPPORT, person.id(), DemoTown.TOM_DUTY_WORKER, TestClock.START);
        tell(started);
        CaseId id = world.as(World.TOM, () -> cases.of(referral)).orElseThrow();
        assertThat(status(id)).isEqualTo(CaseStatus.SCREENING);

        tell(new ReferralEvent.Declined(referral, DemoTown.HARBOUR_HOUSE, Side.SUPPORT, DeclineReason.NO_CAPACITY, DemoTown.TOM_DUTY_WORKER, TestClock.START));
        assertThat(status(id)).isEqualTo(CaseStatus.CLOSED);

        tell(new ReferralEvent.Reopened(referral, DemoTown.HARBOUR_HOUSE, Side.SUPPORT, ReferralStatus.SCREENING, DemoTown.TOM_DUTY_WORKER, TestClock.START));
        assertThat(status(id)).isEqualTo(CaseStatus.SCREENING);

        tell(new ReferralEvent.Accepted(referral, DemoTown.HARBOUR_HOUSE, Side.SUPPORT, person.id(), DemoTown.TOM_DUTY_WORKER, TestClock.START));
        assertThat(status(id)).isEqualTo(CaseStatus.OPEN);
        assertThat(world.as(World.TOM, () -> cases.of(referral))).contains(id);
    }

    @Test
    void a_form_sent_twice_is_kept_once() {
        CaseId id = open();
        UUID note = UUID.randomUUID();
        UUID goal = UUID.randomUUID();
        for (int press = 0; press < 2; press++) {
            mina(() -> notes.add(id, note, TestClock.START, "Said once", World.MINA));
            mina(() -> goals.set(id, goal, "Quiet evenings", World.MINA));
        }

        assertThat(count("moment", id, "kind = 'NOTE'")).isEqualTo(1);
        assertThat(count("goal", id, "true")).isEqualTo(1);
    }

    @Test
    void the_id_of_a_form_from_another_case_saves_nothing_and_says_so() {
        CaseId one = open();
        CaseId other = open();
        UUID note = UUID.randomUUID();
        mina(() -> notes.add(one, note, TestClock.START, "Of one", World.MINA));

        assertThatThrownBy(() -> mina(() -> notes.add(other, note, TestClock.START, "Of the other", World.MINA))).isInstanceOf(NotFound.class);
    }

    @Test
    void what_the_client_said_is_never_safe_is_not_written_down_as_a_contact_and_life_at_risk_opens_it() {
        CaseId id = open();

        assertThatThrownBy(() -> mina(() -> contacts.record(id, text(null), World.MINA))).isInstanceOf(RuleBroken.class).hasMessageContaining("Never");
        assertThatThrownBy(() -> mina(() -> contacts.openForRiskToLife(id, Channel.TEXT, "He has a knife", World.MINA))).isInstanceOf(NotFound.class);

        world.as(World.SAL, () -> contacts.openForRiskToLife(id, Channel.TEXT, "He has a knife", World.SAL));
        mina(() -> contacts.record(id, text(null), World.MINA));
        assertThat(count("contact", id, "despite = 'RISK_TO_LIFE'")).isEqualTo(1);
    }

    @Test
    void a_contact_outside_what_is_safe_is_told_and_stands_out() {
        CaseId id = open();
        mina(() -> contacts.record(id, text("I pressed the wrong button"), World.MINA));

        assertThat(count("contact", id, "gate = 'REFUSED' and despite = 'ALREADY_HAPPENED'")).isEqualTo(1);
        assertThat(count("moment", id, "headline like '%outside what is safe'")).isEqualTo(1);
    }

    @Test
    void the_one_call_that_nobody_knows_to_be_safe_is_made_once_and_its_result_recorded() {
        CaseId id = CaseFixture.open(world, people, cases, World.MINA, CaseFixture.NOBODY_KNOWS);

        assertThatThrownBy(() -> mina(() -> contacts.record(id, call(false), World.MINA))).isInstanceOf(RuleBroken.class);
        mina(() -> contacts.record(id, call(true), World.MINA));

        PersonId person = world.as(World.MINA, () -> cases.facts(id)).person();
        assertThat(world.as(World.MINA, () -> people.mayContact(person, Channel.PHONE)).reason()).isEqualTo(Decision.Reason.CALLED_ONCE);
        assertThatThrownBy(() -> mina(() -> contacts.record(id, call(true), World.MINA))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void a_case_is_given_to_colleagues_of_its_own_side_by_a_manager_or_the_duty_worker_or_taken_when_nobody_has_it() {
        CaseId id = open();

        assertThatThrownBy(() -> world.as(World.SAL, () -> allocations.allocate(id, to(World.ROBIN), World.SAL))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.SAL, () -> allocations.allocate(id, to(World.ASH), World.SAL))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.SAL, () -> allocations.allocate(id, to(World.JO), World.SAL))).isInstanceOf(RuleBroken.class);
        mina(() -> allocations.allocate(id, to(World.MINA), World.MINA));
        assertThatThrownBy(() -> mina(() -> allocations.allocate(id, to(World.TOM), World.MINA))).isInstanceOf(RuleBroken.class).hasMessageContaining("manager");
        world.as(World.SAL, () -> allocations.allocate(id, to(World.TOM), World.SAL));

        assertThat(world.as(World.MINA, () -> cases.facts(id)).worker()).isEqualTo(World.TOM.worker());
        assertThat(count("allocation", id, "true")).isEqualTo(2);
    }

    @Test
    void two_who_change_the_same_thing_do_not_overwrite_each_other() {
        CaseId id = open();
        UUID need = UUID.randomUUID();
        mina(() -> needs.raise(id, need, NeedDomain.MONEY, new Needs.Need(NeedLevel.LOW, NeedStatus.OPEN, null), World.MINA));
        mina(() -> needs.change(id, need, 0, new Needs.Need(NeedLevel.HIGH, NeedStatus.WORKING, "Worse"), World.MINA));

        assertThatThrownBy(() -> world.as(World.TOM, () -> needs.change(id, need, 0, new Needs.Need(NeedLevel.LOW, NeedStatus.MET, null), World.TOM)))
                .isInstanceOf(RuleBroken.class).hasMessageContaining("Somebody changed this");
        ClientCase stale = world.as(World.MINA, () -> repository.findById(id)).orElseThrow();
        mina(() -> allocations.allocate(id, to(World.MINA), World.MINA));
        assertThatThrownBy(() -> mina(() -> repository.save(stale))).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void options_are_offered_and_answered_and_a_mind_may_change() {
        CaseId id = open();
        UUID offer = UUID.randomUUID();
        mina(() -> offers.offer(id, new Offers.NewOffer(offer, null, "A refuge place", OfferAnswer.DECLINED), World.MINA));
        mina(() -> offers.answer(id, offer, 0, OfferAnswer.CHOSEN, World.MINA));

        assertThat(count("offer", id, "answer = 'CHOSEN' and answered_on = date '2026-11-20'")).isEqualTo(1);
        assertThat(count("moment", id, "kind = 'GOAL'")).isEqualTo(2);
    }

    @Test
    void an_action_is_owed_by_a_colleague_of_this_side_and_done_once() {
        CaseId id = open();
        UUID action = UUID.randomUUID();
        Actions.Action about = new Actions.Action(ActionAgency.HOUSING, "Ring housing", World.MINA.worker(), LocalDate.of(2026, 11, 27));
        assertThatThrownBy(() -> mina(() -> actions.add(id, UUID.randomUUID(), new Actions.Action(ActionAgency.HOUSING, "Ring", World.ROBIN.worker(), LocalDate.of(2026, 11, 27)), World.MINA)))
                .isInstanceOf(RuleBroken.class);
        mina(() -> actions.add(id, action, about, World.MINA));
        mina(() -> actions.done(id, action, 0, "They will call back", World.MINA));

        assertThatThrownBy(() -> mina(() -> actions.done(id, action, 1, null, World.MINA))).isInstanceOf(RuleBroken.class);
        assertThat(count("action", id, "done_on = date '2026-11-20'")).isEqualTo(1);
    }

    @Test
    void a_case_closes_when_every_need_has_its_end_and_a_crisis_can_be_written_down_even_then() {
        CaseId id = open();
        mina(() -> needs.raise(id, UUID.randomUUID(), NeedDomain.HOME, new Needs.Need(NeedLevel.HIGH, NeedStatus.OPEN, null), World.MINA));

        assertThatThrownBy(() -> mina(() -> closures.close(id, closure(List.of()), World.MINA))).isInstanceOf(RuleBroken.class);
        Closures.Closure closure = closure(List.of(new Closures.NeedOutcome(NeedDomain.HOME, NeedStatus.UNMET, UnmetBecause.NO_CAPACITY)));
        mina(() -> closures.close(id, closure, World.MINA));
        mina(() -> closures.close(id, closure, World.MINA));

        assertThat(status(id)).isEqualTo(CaseStatus.CLOSED);
        assertThat(count("closure", id, "reason = 'FINISHED' and response_id is null")).isEqualTo(1);
        assertThatThrownBy(() -> mina(() -> notes.add(id, UUID.randomUUID(), TestClock.START, "Too late", World.MINA))).isInstanceOf(RuleBroken.class);
        mina(() -> crises.record(id, new Crises.NewCrisis(UUID.randomUUID(), CrisisKind.VIOLENCE, Set.of(Called.POLICE_999), Whereabouts.HOSPITAL, null), World.MINA));
        assertThat(count("crisis", id, "details_at is null")).isEqualTo(1);

        mina(() -> closures.reopen(id, "Rang us again", World.MINA));
        assertThat(status(id)).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void the_rooms_below_tell_the_timeline_and_the_next_review() {
        CaseId id = open();
        mina(() -> cases.tell(id, new TimelineEntry(MomentKind.ASSESSMENT, TestClock.START, World.MINA.worker(), "Safety assessment", "/desk/cases/x/assessment", LocalDate.of(2026, 12, 4))));
        mina(() -> cases.tell(id, new TimelineEntry(MomentKind.ASSESSMENT, TestClock.START, World.MINA.worker(), "Safety assessment", null, LocalDate.of(2026, 12, 18))));

        assertThat(count("review", id, "kind = 'ASSESSMENT' and review_on = date '2026-12-18'")).isEqualTo(1);
        assertThat(count("moment", id, "kind = 'ASSESSMENT'")).isEqualTo(2);
    }

    @Test
    void the_name_on_the_case_follows_the_person() {
        CaseId id = open();
        PersonId person = world.as(World.MINA, () -> cases.facts(id)).person();
        mina(() -> people.change(person, About.named("Robyn", "Testcase"), people.find(person).orElseThrow().version(), World.MINA));

        assertThat(count("client_case", id, "client_name = 'Robyn Testcase'")).isEqualTo(1);
    }

    @Test
    void what_people_said_lies_sealed_in_the_database() {
        CaseId id = open();
        mina(() -> goals.set(id, UUID.randomUUID(), "A quiet house", World.MINA));

        List<String> stored = world.as(World.MINA, () -> sql.sql("select encode(words, 'escape') from casework.goal where case_id = :case").param("case", id.id()).query(String.class).list());
        assertThat(stored).hasSize(1).noneMatch(words -> words.contains("quiet"));
    }

    @Test
    void timeline_lines_are_never_changed_or_removed() {
        assertThatThrownBy(() -> mina(() -> sql.sql("update casework.moment set headline = ''").update())).rootCause().hasMessageContaining("permission denied");
        assertThat(world.as(World.MINA, () -> sql.sql("delete from casework.moment").update())).as("only the eraser removes").isZero();
    }

    private CaseId open() {
        return CaseFixture.open(world, people, cases, World.MINA);
    }

    private void mina(Runnable work) {
        world.as(World.MINA, work);
    }

    private void tell(ReferralEvent event) {
        world.as(World.TOM, () -> events.publishEvent(event));
    }

    private CaseStatus status(CaseId id) {
        return world.as(World.TOM, () -> cases.facts(id)).status();
    }

    private int count(String table, CaseId id, String where) {
        String key = table.equals("client_case") ? "id" : "case_id";
        return world.as(World.MINA, () -> sql.sql("select count(*) from casework." + table + " where " + key + " = :case and " + where).param("case", id.id()).query(Integer.class).single());
    }

    private static Allocate to(Actor.Worker worker) {
        return new Allocate(UUID.randomUUID(), worker.worker(), GenderWish.WOMAN, null, true, null);
    }

    private static NewContact text(@Nullable String despite) {
        return new NewContact(UUID.randomUUID(), ContactChannel.TEXT, true, Set.of(ContactPurpose.CHECK_IN), ContactOutcome.SENT, null, TestClock.START, false, despite, null);
    }

    private static NewContact call(boolean askedReferrer) {
        return new NewContact(UUID.randomUUID(), ContactChannel.CALL, true, Set.of(), ContactOutcome.NO_ANSWER, AnsweredBy.NOBODY, TestClock.START, askedReferrer, null, null);
    }

    private static Closures.Closure closure(List<Closures.NeedOutcome> needs) {
        return new Closures.Closure(UUID.randomUUID(), ClosureReason.FINISHED, "Done", needs, new Closures.Feedback(null, "You listened"));
    }
}
