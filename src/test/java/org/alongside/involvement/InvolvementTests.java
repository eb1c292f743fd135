package org.alongside.involvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.Desk;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.Role;
import org.alongside.house.Everything;
import org.alongside.organisations.Team;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class InvolvementTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final SteeringGroup.Words WORDS = new SteeringGroup.Words("Testers", "To test", "Nothing much", "Nothing");
    @Autowired World world;
    @Autowired Desk desk;
    @Autowired MockMvc mvc;
    @Autowired Groups groups;
    @Autowired GroupMembers members;
    @Autowired GroupMeetings meetings;
    @Autowired Expenses expenses;
    @Autowired Involvement involvement;
    @Autowired Team team;
    @Autowired JdbcClient sql;
    @Autowired TestClock clock;

    private final Everything everything = new Everything();
    private final List<Actor.Worker> hired = new ArrayList<>();
    private Actor.Worker runner, second;
    private UUID group;

    @BeforeEach
    void a_group_that_two_run() {
        runner = hire(Side.SUPPORT, Role.SUPPORT_WORKER);
        second = hire(Side.SUPPORT, Role.SUPPORT_WORKER);
        group = UUID.randomUUID();
        world.as(World.SAL, () -> {
            groups.make(group, WORDS, runner.worker(), World.SAL);
            groups.name(group, second.worker(), World.SAL);
        });
    }

    @AfterEach
    void everybody_leaves() {
        clock.back();
        hired.forEach(world::leave);
        everything.see(all -> all.sql("delete from involvement.heard where change_id in (select id from involvement.change where group_id = :id)").param("id", group).update());
        for (String table : List.of("change", "claim", "came", "meeting", "consent", "member", "runner")) everything.see(all -> all.sql("delete from involvement." + table + " where group_id = :id").param("id", group).update());
        everything.see(all -> all.sql("delete from involvement.steering_group where id = :id").param("id", group).update());
    }

    // ---- who reads ----

    @Test
    void only_the_workers_who_are_named_read_who_is_in_a_group_and_no_role_does() throws Exception {
        UUID member = joined("Corin");

        for (Actor actor : List.of(World.SAL, World.PRIYA, World.MINA, World.KIT, World.ALEX, World.NIA, World.anyone(), new Actor.Job(DemoTown.HARBOUR_HOUSE, "erase", Side.SUPPORT))) {
            for (String table : List.of("member", "consent", "meeting", "claim", "came")) {
                assertThat(world.as(actor, () -> sql.sql("select count(*) from involvement." + table + " where group_id = :id").param("id", group).query(Integer.class).single())).as(actor + " " + table).isZero();
            }
        }
        for (String path : List.of("/groups/" + group + "/members", "/groups/" + group + "/meetings", "/groups/" + group + "/expenses", "/members/" + member)) {
            assertThat(desk.send(World.SAL, get("/desk/involvement" + path)).getStatus()).as(path).isEqualTo(404);
            // Control: whoever runs it does.
            assertThat(desk.send(runner, get("/desk/involvement" + path)).getStatus()).as(path).isEqualTo(200);
        }
        assertThat(desk.page(World.SAL, get("/desk/involvement/groups/" + group)).text()).contains("Testers").doesNotContain("Corin");
    }

    @Test
    void nobody_names_themself_to_run_a_group() {
        assertThatThrownBy(() -> world.as(World.SAL, () -> groups.name(group, World.SAL.worker(), World.SAL))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> world.as(World.SAL, () -> sql.sql("insert into involvement.runner (group_id, worker_id, named_by, named_at) values (:id, :me, :me, now())").param("id", group).param("me", World.SAL.worker().id()).update())).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> world.as(World.SAL, () -> sql.sql("insert into involvement.runner (group_id, worker_id, named_by, named_at) values (:id, :me, :other, now())").param("id", group).param("me", World.SAL.worker().id()).param("other", World.PRIYA.worker().id()).update())).isInstanceOf(DataAccessException.class);
        // Nor does a manager who once ran it open it again.
        Actor.Worker manager = hire(Side.SUPPORT, Role.MANAGER);
        world.as(World.SAL, () -> groups.name(group, manager.worker(), World.SAL));
        world.as(World.SAL, () -> groups.end(group, manager.worker(), World.SAL));
        assertThatThrownBy(() -> world.as(manager, () -> sql.sql("update involvement.runner set ended_at = null where group_id = :id and worker_id = :me").param("id", group).param("me", manager.worker().id()).update())).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> world.as(runner, () -> groups.name(group, World.MINA.worker(), runner))).isInstanceOf(NotFound.class);
    }

    @Test
    void whoever_leaves_or_goes_over_the_wall_runs_no_group_any_more() {
        world.as(World.ALEX, () -> team.leave(World.ALEX, second.worker()));
        world.as(World.ALEX, () -> team.change(World.ALEX, runner.worker(), Side.CHANGE, Set.of(Role.FACILITATOR), "x"));

        assertThat(world.as(World.SAL, () -> groups.one(group, World.SAL)).runners()).isEmpty();
        Actor.Worker over = new Actor.Worker(runner.worker(), runner.organisation(), Side.CHANGE, Set.of(Role.FACILITATOR));
        assertThatThrownBy(() -> world.as(over, () -> groups.mustRun(group, over))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(runner, () -> groups.mustRun(group, runner))).as("back on this side they are not named any more").isInstanceOf(NotFound.class);
    }

    @Test
    void each_look_at_members_is_one_row_in_the_trail_and_their_words_are_sealed() {
        UUID one = joined("Corin"), other = joined("Devi");
        int before = trail();

        world.as(runner, () -> members.of(group, runner));

        assertThat(trail()).isEqualTo(before + 1);
        List<UUID> ids = everything.see(all -> all.sql("select subject_ids from audit.entry where kind = 'steering group member' and act = 'LISTED' and worker_id = :me order by at desc limit 1").param("me", runner.worker().id()).query((row, number) -> List.of((UUID[]) row.getArray(1).getArray())).single());
        assertThat(ids).contains(one, other);
        String kept = everything.see(all -> all.sql("select string_agg(encode(called, 'escape') || encode(contact, 'escape'), ' ') from involvement.member where group_id = :id").param("id", group).query(String.class).single());
        assertThat(kept).doesNotContain("Corin", "Tuesdays");
        int joining = everything.see(all -> all.sql("select count(*) from information_schema.columns where table_schema = 'involvement' and column_name ~ 'case|person|client|born|address|phone'").query(Integer.class).single());
        assertThat(joining).as("nothing joins a member to a case").isZero();
    }

    private int trail() {
        return everything.see(all -> all.sql("select count(*) from audit.entry where worker_id = :me").param("me", runner.worker().id()).query(Integer.class).single());
    }

    // ---- yes and no ----

    @Test
    void whoever_says_no_to_the_invitation_is_forgotten_at_once() throws Exception {
        UUID member = invited("Corin");
        desk.done(runner, post("/desk/involvement/members/" + member + "/answer").param("answer", "no").param("on.day", "20").param("on.month", "11").param("on.year", "2026"));

        GroupMember gone = world.as(runner, () -> members.one(member, runner));
        assertThat(gone.state()).isEqualTo(MemberState.DECLINED);
        assertThat(gone.called() + gone.contact()).isEmpty();
        assertThat(desk.page(runner, get("/desk/involvement/groups/" + group + "/members")).text()).doesNotContain("Corin").contains("A former member");
    }

    @Test
    void each_purpose_is_asked_for_by_itself_and_again_after_a_year() {
        UUID member = joined("Corin");
        assertThat(world.as(runner, () -> members.consents(member, runner))).containsOnlyKeys(Purpose.GROUP);
        for (Purpose purpose : Purpose.values()) world.as(runner, () -> members.consent(UUID.randomUUID(), member, purpose, Answer.GIVEN, TODAY, runner));
        assertThat(world.as(runner, () -> members.toAsk(group, runner))).isEmpty();
        world.as(runner, () -> members.consent(UUID.randomUUID(), member, Purpose.QUOTED, Answer.TAKEN_BACK, TODAY, runner));
        assertThat(world.as(runner, () -> members.consents(member, runner)).get(Purpose.QUOTED).answer()).isEqualTo(Answer.TAKEN_BACK);
        assertThat(world.as(runner, () -> members.history(member, runner))).hasSize(6);

        clock.moveTo(TODAY.plusYears(1).atStartOfDay(Times.LONDON).toInstant());

        assertThat(world.as(runner, () -> members.toAsk(group, runner))).containsExactly(member);
        assertThat(world.as(runner, () -> members.consents(member, runner)).get(Purpose.GROUP).isDue(TODAY.plusYears(1))).isTrue();
        assertThat(world.as(runner, () -> members.consents(member, runner)).get(Purpose.GROUP).isDue(TODAY.plusYears(1).minusDays(1))).isFalse();
    }

    @Test
    void pressing_twice_writes_one_answer_and_nothing_that_was_said_is_changed() {
        UUID member = joined("Corin"), once = UUID.randomUUID();
        for (int i = 0; i < 2; i++) world.as(runner, () -> members.consent(once, member, Purpose.QUOTED, Answer.GIVEN, TODAY, runner));

        assertThat(world.as(runner, () -> members.history(member, runner))).hasSize(2);
        assertThatThrownBy(() -> world.as(runner, () -> sql.sql("update involvement.consent set answer = 'DECLINED'").update())).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> world.as(runner, () -> sql.sql("delete from involvement.consent").update())).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> world.as(runner, () -> members.consent(UUID.randomUUID(), member, Purpose.PAID, Answer.TAKEN_BACK, TODAY, runner))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void no_to_being_in_the_group_is_leaving_it() {
        UUID member = joined("Corin");
        world.as(runner, () -> members.consent(UUID.randomUUID(), member, Purpose.GROUP, Answer.TAKEN_BACK, TODAY, runner));

        GroupMember gone = world.as(runner, () -> members.one(member, runner));
        assertThat(gone.state()).isEqualTo(MemberState.LEFT);
        assertThat(gone.forgetOn()).isEqualTo(TODAY.plusMonths(6));
    }

    // ---- going ----

    @Test
    void details_go_six_months_after_leaving_and_what_was_said_stays() {
        UUID member = joined("Corin"), meeting = UUID.randomUUID();
        world.as(runner, () -> meetings.plan(meeting, group, TODAY, "x", "", runner));
        world.as(runner, () -> meetings.save(meeting, TODAY, new GroupMeeting.Words("x", "", "Ring after work", ""), Set.of(member, UUID.randomUUID()), 0, runner));
        world.as(runner, () -> members.leave(member, TODAY, false, runner));
        Actor.Job job = new Actor.Job(DemoTown.HARBOUR_HOUSE, "involvement-forget");

        clock.moveTo(TODAY.plusMonths(6).minusDays(1).atStartOfDay(Times.LONDON).toInstant());
        assertThat(world.as(job, () -> members.forgetByClock(member))).isPresent();
        assertThat(world.as(runner, () -> members.one(member, runner)).called()).isEqualTo("Corin");
        clock.moveTo(TODAY.plus(Period.ofMonths(6)).atStartOfDay(Times.LONDON).toInstant());
        assertThat(world.as(job, () -> members.forgetByClock(member))).isEmpty();

        GroupMember gone = world.as(runner, () -> members.one(member, runner));
        assertThat(gone.forgotten()).isTrue();
        assertThat(gone.called() + gone.contact()).isEmpty();
        GroupMeeting kept = world.as(runner, () -> meetings.one(meeting, runner));
        assertThat(kept.words().said()).isEqualTo("Ring after work");
        assertThat(kept.came()).containsExactly(member);
        assertThatThrownBy(() -> world.as(runner, () -> sql.sql("update involvement.member set called = 'x', forgotten_at = null where id = :id").param("id", member).update())).isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoever_wants_it_is_forgotten_at_once_and_whoever_comes_back_is_not_forgotten() {
        UUID now = joined("Corin"), back = joined("Devi");
        world.as(runner, () -> members.leave(now, TODAY, true, runner));
        world.as(runner, () -> members.leave(back, TODAY, false, runner));
        world.as(runner, () -> members.comeBack(back, runner));
        clock.moveTo(TODAY.plusMonths(7).atStartOfDay(Times.LONDON).toInstant());
        for (UUID one : List.of(now, back)) world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "involvement-forget"), () -> members.forgetByClock(one));

        assertThat(world.as(runner, () -> members.one(now, runner)).forgotten()).isTrue();
        assertThat(world.as(runner, () -> members.one(back, runner)).called()).isEqualTo("Devi");
        assertThatThrownBy(() -> world.as(runner, () -> members.comeBack(now, runner))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void whoever_comes_back_has_said_yes_again() {
        UUID member = joined("Corin");
        world.as(runner, () -> members.consent(UUID.randomUUID(), member, Purpose.GROUP, Answer.TAKEN_BACK, TODAY, runner));
        assertThat(world.as(runner, () -> members.one(member, runner)).state()).as("control").isEqualTo(MemberState.LEFT);

        world.as(runner, () -> members.comeBack(member, runner));

        assertThat(world.as(runner, () -> members.consents(member, runner)).get(Purpose.GROUP).answer()).isEqualTo(Answer.GIVEN);
    }

    @Test
    void whoever_was_asked_and_never_answered_is_forgotten_after_half_a_year() {
        UUID member = invited("Corin"), answered = joined("Devi");
        Actor.Job job = new Actor.Job(DemoTown.HARBOUR_HOUSE, "involvement-forget");
        assertThat(world.as(job, () -> members.forgetByClock(member))).as("not yet").isPresent();

        clock.moveTo(TODAY.plusMonths(7).atStartOfDay(Times.LONDON).toInstant());
        for (UUID one : List.of(member, answered)) world.as(job, () -> members.forgetByClock(one));

        assertThat(world.as(runner, () -> members.one(member, runner)).forgotten()).isTrue();
        assertThat(world.as(runner, () -> members.one(answered, runner)).called()).as("control: a member").isEqualTo("Devi");
    }

    @Test
    void two_sentences_with_a_telephone_number_in_them_are_not_made_public() {
        UUID change = UUID.randomUUID();
        world.as(runner, () -> involvement.write(change, group, new Change.Words(TODAY, "x", Decision.DID, "", TODAY, "x", TODAY, null, null, "Dee said so; ring her on 01632 960123.", "We did."), runner));

        assertThatThrownBy(() -> world.as(runner, () -> involvement.publish(change, runner))).isInstanceOf(RuleBroken.class).hasMessageContaining("1 telephone number");

        assertThat(publicly(change)).isEmpty();
    }

    // ---- money ----

    @Test
    void nobody_approves_what_they_entered() {
        UUID claim = UUID.randomUUID(), member = joined("Corin");
        for (int i = 0; i < 2; i++) world.as(runner, () -> expenses.enter(claim, member, ClaimKind.TRAVEL, 840, TODAY, true, runner));

        assertThatThrownBy(() -> world.as(runner, () -> expenses.decide(claim, true, runner))).isInstanceOf(RuleBroken.class);
        for (UUID by : List.of(runner.worker().id(), second.worker().id())) {
            assertThatThrownBy(() -> world.as(runner, () -> sql.sql("update involvement.claim set decision = 'APPROVED', decided_by = :by, decided_at = now() where id = :id").param("by", by).param("id", claim).update())).as("in the database").isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> world.as(runner, () -> sql.sql("insert into involvement.claim (id, group_id, member_id, kind, pence, spent_on, receipt, entered_by, entered_at) values (gen_random_uuid(), :group, :member, 'TRAVEL', 1, now(), true, :by, now())").param("group", group).param("member", member)
                .param("by", second.worker().id()).update())).as("in another's name").isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> world.as(second, () -> expenses.pay(claim, TODAY, second))).as("before it is approved").isInstanceOf(RuleBroken.class);
        // Control: a second person may, once.
        world.as(second, () -> expenses.decide(claim, true, second));
        assertThatThrownBy(() -> world.as(second, () -> expenses.decide(claim, false, second))).isInstanceOf(RuleBroken.class);
        world.as(runner, () -> expenses.pay(claim, TODAY, runner));
        assertThat(world.as(runner, () -> expenses.of(group, 2026, runner))).hasSize(1).allMatch(one -> one.paidOn() != null && one.amount().equals("£8.40"));
    }

    @Test
    void nobody_is_paid_for_their_time_who_has_not_said_yes_to_it() throws Exception {
        UUID member = joined("Corin");
        Document refused = desk.page(runner, claim(member, "TIME", "£1,024"));
        world.as(runner, () -> members.consent(UUID.randomUUID(), member, Purpose.PAID, Answer.GIVEN, TODAY, runner));
        desk.done(runner, claim(member, "TIME", "£1,024"));

        assertThat(refused.select("#kind-error").text()).contains("not said yes");
        assertThat(refused.select("#amount").val()).isEqualTo("£1,024");
        assertThat(desk.page(runner, get("/desk/involvement/groups/" + group + "/expenses")).text()).contains("£1,024.00", "You entered it");
        assertThat(desk.page(runner, claim(member, "FOOD", "twelve")).select("#amount-error").text()).contains("such as 12.50");
        UUID id = world.as(runner, () -> expenses.of(member, runner)).get(0).id();
        desk.done(second, post("/desk/involvement/claims/" + id + "/approval"));
        desk.done(second, post("/desk/involvement/claims/" + id + "/payment").param("on.day", "20").param("on.month", "11").param("on.year", "2026"));
        Document paper = desk.page(runner, get("/desk/involvement/members/" + member + "/paper"));
        assertThat(paper.text()).contains("Paid on 20 November 2026", "In 2026: £1,024.00").doesNotContain("Corin", "Testers", "Harbour House");
        desk.done(second, post("/desk/involvement/claims/" + id + "/payment/taking-back"));
        assertThat(world.as(runner, () -> expenses.one(id, runner)).isToPay()).isTrue();
    }

    private MockHttpServletRequestBuilder claim(UUID member, String kind, String amount) {
        return post("/desk/involvement/groups/" + group + "/expenses").param("member", member.toString()).param("kind", kind).param("amount", amount).param("on.day", "20").param("on.month", "11").param("on.year", "2026").param("receipt", "no");
    }

    // ---- what changed ----

    @Test
    void a_no_needs_its_reason_and_a_yes_that_is_done_needs_what_is_different() {
        for (Change.Words words : List.of(words(Decision.WILL_NOT, "", "", null), words(Decision.WILL_DO, "", "", null), words(Decision.DID, "x", "", null))) {
            assertThatThrownBy(() -> world.as(runner, () -> involvement.write(UUID.randomUUID(), group, words, runner))).isInstanceOf(RuleBroken.class);
        }
        world.as(runner, () -> involvement.write(UUID.randomUUID(), group, words(Decision.DID, "", "Another first question", TODAY), runner));
        assertThat(world.as(World.SAL, () -> involvement.changes())).extracting(Change::changed).contains("Another first question");
        assertThat(world.as(World.KIT, () -> involvement.changes())).as("behind the wall").isEmpty();
        assertThat(world.as(World.NIA, () -> involvement.changes())).as("elsewhere").isEmpty();
        assertThat(world.as(World.CAM, () -> involvement.changes())).as("on no side").isEmpty();
    }

    @Test
    void anybody_reads_two_sentences_once_they_are_public_and_nothing_else() throws Exception {
        UUID id = UUID.randomUUID();
        world.as(runner, () -> involvement.write(id, group, words(Decision.DID, "Because it hurt", "Another first question", TODAY), runner));
        assertThat(publicly(id)).isEmpty();
        assertThatThrownBy(() -> world.as(second, () -> involvement.publish(UUID.randomUUID(), second))).isInstanceOf(NotFound.class);
        assertThat(desk.send(World.SAL, post("/desk/involvement/changes/" + id + "/publication")).getStatus()).as("no manager who does not run it").isEqualTo(404);

        for (int i = 0; i < 2; i++) desk.done(second, post("/desk/involvement/changes/" + id + "/publication"));
        assertThat(publicly(id)).hasSize(1).allMatch(one -> one.heard().equals("We heard") && one.did().equals("We did"));
        assertThat(world.as(World.anyone(), () -> sql.sql("select count(*) from involvement.change").query(Integer.class).single())).isZero();

        Change before = world.as(runner, () -> involvement.one(id, runner));
        Change.Words other = new Change.Words(TODAY, "x", Decision.DID, "", TODAY, "x", TODAY, null, null, "We heard more", "We did more");
        world.as(runner, () -> involvement.change(id, other, before.revision(), runner));
        assertThat(publicly(id)).extracting(Heard::heard).containsExactly("We heard more");
        assertThatThrownBy(() -> world.as(second, () -> involvement.change(id, other, before.revision(), second))).as("saved meanwhile").isInstanceOf(RuleBroken.class);
        world.as(second, () -> involvement.takeBack(id, second));
        assertThat(publicly(id)).isEmpty();
    }

    @Test
    void a_change_belongs_to_a_statement_that_there_is() throws Exception {
        String statement = desk.page(runner, get("/desk/involvement/groups/" + group + "/changes")).select("#statement option[value*=/]").get(0).val();
        UUID id = UUID.randomUUID();
        desk.done(runner, post("/desk/involvement/groups/" + group + "/changes").param("once", id.toString()).param("proposal", "x").param("asked.day", "1").param("asked.month", "11").param("asked.year", "2026").param("statement", statement));
        Document refused = desk.page(runner, post("/desk/involvement/groups/" + group + "/changes").param("proposal", "Kept").param("asked.day", "1").param("asked.month", "11").param("asked.year", "2026").param("statement", "nobody/X9").param("decision", "WILL_NOT"));

        Change change = world.as(runner, () -> involvement.one(id, runner));
        assertThat(change.standard() + "/" + change.statement()).isEqualTo(statement);
        assertThat(refused.select("#proposal").val()).isEqualTo("Kept");
        assertThat(refused.select("#why-error, #decided-error")).hasSize(2);
        assertThatThrownBy(() -> world.as(runner, () -> involvement.write(UUID.randomUUID(), group, new Change.Words(TODAY, "x", null, "", null, "", null, "nobody", "X9", "", ""), runner))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void what_is_in_the_demo_can_be_read_by_those_who_run_it() throws Exception {
        for (String path : List.of("", "/groups/" + DemoInvolvement.GROUP, "/groups/" + DemoInvolvement.GROUP + "/members", "/members/" + DemoInvolvement.OSSIE, "/members/" + DemoInvolvement.INVITED, "/groups/" + DemoInvolvement.GROUP + "/meetings", "/meetings/" + DemoInvolvement.MEETING,
                "/groups/" + DemoInvolvement.GROUP + "/expenses", "/groups/" + DemoInvolvement.GROUP + "/changes", "/changes/" + DemoInvolvement.OPEN, "/changes/" + DemoInvolvement.CHANGED)) desk.page(World.MINA, get("/desk/involvement" + path));
        assertThat(desk.page(World.MINA, get("/desk/involvement/groups/" + DemoInvolvement.GROUP + "/members")).select(".govuk-tag").eachText()).contains("To ask");
    }

    @Test
    void a_meeting_keeps_what_two_wrote_at_once_apart() throws Exception {
        UUID meeting = UUID.randomUUID();
        world.as(runner, () -> meetings.plan(meeting, group, TODAY, "x", "", runner));
        for (Actor.Worker one : List.of(runner, second)) {
            var request = post("/desk/involvement/meetings/" + meeting).param("revision", "0").param("agenda", "x").param("said", "By " + one.worker().id()).param("on.day", "20").param("on.month", "11").param("on.year", "2026");
            if (one == runner) desk.done(one, request);
            else assertThat(desk.page(one, request).select("#said").val()).isEqualTo("By " + second.worker().id());
        }
        assertThat(world.as(runner, () -> meetings.one(meeting, runner)).words().said()).isEqualTo("By " + runner.worker().id());
    }

    @Test
    void anybody_reads_what_was_heard_and_done_with_its_place_in_the_standard_and_nothing_else_of_the_group() throws Exception {
        for (String language : List.of("", "/cy")) {
            Document page = Jsoup.parse(mvc.perform(get(language + "/standards/heard")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
            assertThat(page.select("main").text()).contains("The first question on the phone felt like an accusation.", "Harbour House").doesNotContain("Tuesday group", "A house of our own");
            assertThat(page.select("main a[href*='#L5']").attr("href")).isEqualTo(language + "/standards/supporting-men/services#L5");
        }
    }

    private List<Heard> publicly(UUID id) {
        return world.as(World.anyone(), () -> involvement.heard()).stream().filter(one -> one.change().equals(id)).toList();
    }

    private static Change.Words words(Decision decision, String why, String changed, LocalDate since) {
        return new Change.Words(TODAY, "Ask something else first", decision, why, TODAY, changed, since, null, null, "We heard", "We did");
    }

    private UUID invited(String called) {
        UUID id = UUID.randomUUID();
        world.as(runner, () -> members.invite(id, group, called, "Tuesdays", TODAY.minusDays(3), InvitedWay.IN_PERSON, runner));
        return id;
    }

    private UUID joined(String called) {
        UUID id = invited(called);
        world.as(runner, () -> members.answer(id, true, TODAY.minusDays(2), runner));
        return id;
    }

    private Actor.Worker hire(Side side, Role... roles) {
        Actor.Worker one = world.hire(side, "Involvement tester", roles);
        hired.add(one);
        return one;
    }
}
