package org.alongside.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestDatabase;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.Role;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.crossing.Crossing;
import org.alongside.crossing.Crossings;
import org.alongside.crossing.Crossing.Kind;
import org.alongside.matching.Identity;
import org.alongside.matching.MatchDecision;
import org.alongside.matching.Matches;
import org.alongside.matching.Matching;
import org.alongside.matching.Party;
import org.alongside.matching.PartyRole;
import org.alongside.matching.RecordKind;
import org.alongside.organisations.Team;
import org.alongside.partnersupport.Outcome;
import org.alongside.partnersupport.Pair;
import org.alongside.partnersupport.PartnerSupport;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@AlongsideTest
class KnownPeopleTests {
    private static final LocalDate BORN = LocalDate.of(1979, 6, 5);

    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired KnownPeople known;
    @Autowired People people;
    @Autowired Cases cases;
    @Autowired Matches matches;
    @Autowired Matching matching;
    @Autowired Team team;
    @Autowired Crossings crossings;
    @Autowired PartnerSupport partners;
    @Autowired JdbcClient sql;
    private final String family = "Quenby" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private final List<CaseId> made = new ArrayList<>();
    private final List<Actor.Worker> hired = new ArrayList<>();
    private Actor.Worker worker;

    @BeforeEach
    void come() {
        worker = hire(Side.SUPPORT, Role.SUPPORT_WORKER);
    }

    @AfterEach
    void go() {
        hired.forEach(world::leave);
        made.forEach(id -> TestDatabase.asOwner("update casework.client_case set status = 'CLOSED', closed_at = now() where id = '" + id.id() + "' and side = 'SUPPORT' and status <> 'CLOSED'"));
    }

    @Test
    void what_a_worker_said_is_read_by_themselves_and_by_leads_and_lies_sealed() throws Exception {
        say(worker, "Iris", family, BORN);

        assertThat(page(worker, "/desk/known")).contains(family);
        assertThat(page(World.PRIYA, "/desk/known/of/" + worker.worker().id())).contains(family);
        assertThat(page(World.PRIYA, "/desk/known")).doesNotContain(family);
        for (Actor.Worker other : List.of(World.MINA, World.TOM, World.SAL, World.JO, World.ROBIN, World.NIA)) {
            assertThat(mvc.perform(get("/desk/known/of/" + worker.worker().id()).with(world.signedIn(other))).andReturn().getResponse().getStatus()).isEqualTo(404);
            assertThat(world.as(other, () -> sql.sql("select count(*) from known.entry where worker_id = :worker").param("worker", worker.worker().id()).query(Integer.class).single())).isZero();
        }
        byte[] sealed = world.as(worker, () -> sql.sql("select family_name from known.entry where worker_id = :worker").param("worker", worker.worker().id()).query(byte[].class).single());
        assertThat(new String(sealed)).doesNotContain(family);
    }

    @Test
    void whoever_is_only_called_alike_and_was_born_on_another_day_is_somebody_else() {
        CaseId namesake = caseOf(World.MINA, "Iris", family, BORN.plusYears(3)), unborn = caseOf(World.MINA, "Iris", family, null);

        say(worker, "Iris", family, BORN);

        assertThat(isThere(namesake, worker)).isTrue();
        assertThat(isThere(unborn, worker)).as("unknown means no").isFalse();
        assertThat(isThere(unborn, World.TOM)).as("for everybody else nothing changes").isTrue();
    }

    @Test
    void somebody_else_is_let_go_with_a_reason_and_the_same_person_stays() {
        CaseId kept = caseOf(World.MINA, "Iris", family, BORN), freed = caseOf(World.MINA, "Iris", family + "b", BORN);
        say(worker, "Iris", family, BORN);
        say(worker, "Iris", family + "b", BORN);

        UUID stays = hit(kept), goes = hit(freed);
        assertThatThrownBy(() -> decide(stays, MatchDecision.SAME_PERSON, "harmless")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> decide(goes, MatchDecision.DIFFERENT_PEOPLE, " ")).isInstanceOf(RuleBroken.class);
        decide(stays, MatchDecision.CONFLICT, "");
        decide(goes, MatchDecision.DIFFERENT_PEOPLE, "Another town, another school.");

        assertThat(isThere(kept, worker)).isFalse();
        assertThat(isThere(freed, worker)).isTrue();
        world.as(World.MINA, () -> cases.open(cases.facts(freed).person(), null, World.MINA));
        assertThat(isThere(freed, worker)).as("what was decided is not asked again").isTrue();
    }

    @Test
    void a_lead_who_knows_somebody_does_not_see_that_hit_and_another_does() {
        Actor.Worker lead = hire(Side.SUPPORT, Role.SAFEGUARDING_LEAD), third = hire(Side.SUPPORT, Role.SUPPORT_WORKER);
        CaseId theirs = caseOf(World.MINA, "Iris", family, BORN);
        say(lead, "Iris", family, BORN);
        say(third, "Iris", family, BORN);

        assertThat(hits(theirs, lead)).as("neither their own nor a colleague's about the same record").isEmpty();
        assertThat(hits(theirs, World.PRIYA)).hasSize(2);
    }

    @Test
    void ending_an_entry_opens_nothing_and_compares_no_more() throws Exception {
        CaseId before = caseOf(World.MINA, "Iris", family, BORN);
        say(worker, "Iris", family, BORN);
        UUID entry = world.as(worker, () -> known.own(worker)).get(0).id();

        assertThatThrownBy(() -> Acting.as(World.TOM, () -> known.end(entry, World.TOM))).isInstanceOf(NotFound.class);
        mvc.perform(post("/desk/known/" + entry + "/end").with(world.signedIn(worker))).andReturn();
        TestDatabase.asOwner("delete from matching.party p where kind = 'WORKER' and who = '" + entry + "' and exists (select from matching.party_key k where k.party_id = p.id)");
        CaseId after = caseOf(World.MINA, "Iris", family, BORN);

        assertThat(isThere(before, worker)).isFalse();
        assertThat(isThere(after, worker)).isTrue();
        assertThat(page(worker, "/desk/known")).contains(family).contains("Ended");
    }

    @Test
    void a_referral_that_names_somebody_a_worker_knows_did_not_come_for_them() {
        say(worker, "Iris", family, BORN);
        UUID referral = UUID.randomUUID();
        world.as(World.JO, () -> sql.sql("""
                insert into referral.referral (id, version, organisation_id, side, status, source, danger, child, no_contact, own_words, received_at, contact_due_at)
                values (:id, 0, :harbour, 'SUPPORT', 'WITHDRAWN', 'CALL', 'NOT_SAID', false, false, false, now(), now())
                """).param("id", referral).param("harbour", DemoTown.HARBOUR_HOUSE.id()).update());
        assertThat(referrals(referral, worker)).as("control").isEqualTo(1);

        world.as(World.anyone(), () -> matching.register(new Party(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, RecordKind.REFERRAL, referral, PartyRole.CLIENT, referral, null), Identity.of("Iris", family, BORN, null, null, null)));

        assertThat(referrals(referral, worker)).isZero();
        assertThat(referrals(referral, World.TOM)).isEqualTo(1);
    }

    @Test
    void whoever_moves_to_the_other_side_stays_apart_from_those_they_worked_with_and_from_the_others_of_the_pair() {
        CaseId theirs = caseOf(worker, "Iris", family, BORN);
        CaseId other = caseOf(World.ROBIN, "Ivo", family, BORN);
        Actor.Worker moved = new Actor.Worker(worker.worker(), worker.organisation(), Side.CHANGE, Set.of(Role.FACILITATOR));
        assertThat(isThere(other, moved)).as("control").isTrue();
        TestDatabase.asOwner("insert into matching.hit (id, organisation_id, new_kind, new_record_id, new_side, new_role, known_kind, known_record_id, known_side, known_role, reasons, for_managers, found_at, version) values (gen_random_uuid(), '"
                + DemoTown.HARBOUR_HOUSE.id() + "', 'CASE', '" + theirs.id() + "', 'SUPPORT', 'CAUSING_HARM', 'CASE', '" + other.id() + "', 'CHANGE', 'PARTICIPANT', '{PHONE}', false, now(), 1)");
        world.as(worker, () -> cases.tell(theirs, new TimelineEntry(MomentKind.NOTE, Instant.now(), worker.worker(), "Wrote a note", null, null)));

        Acting.as(World.ALEX, () -> team.change(World.ALEX, worker.worker(), Side.CHANGE, Set.of(Role.FACILITATOR), "Programme work"));

        assertThat(isThere(other, moved)).isFalse();
        assertThat(isThere(other, World.KIT)).isTrue();
        assertThat(isThere(theirs, worker)).as("and back again").isFalse();
    }

    @Test
    void a_partner_whom_a_worker_knows_is_not_among_those_they_may_stand_beside() {
        Actor.Worker beside = hire(Side.SUPPORT, Role.PARTNER_SUPPORT);
        UUID pair = UUID.randomUUID();
        world.as(World.ROBIN, () -> crossings.tell(new Crossing.PartnerNamed(pair, Kind.EX_PARTNER, "Ivo " + family + "p", "Iris " + family, "01632 960444"), World.ROBIN));
        assertThat(pairs(beside)).as("control").contains(pair);

        say(beside, "Iris", family, BORN);

        assertThat(pairs(beside)).doesNotContain(pair);
        assertThat(pairs(World.BEA)).contains(pair);
        assertThatThrownBy(() -> world.as(beside, () -> partners.take(pair, beside))).isInstanceOf(NotFound.class);
        world.as(World.BEA, () -> partners.tried(pair, UUID.randomUUID(), Outcome.values()[0], "x", World.BEA));
    }

    private List<UUID> pairs(Actor.Worker reader) {
        return world.as(reader, () -> partners.all(reader)).stream().map(Pair::id).toList();
    }

    @Test
    void when_the_worker_leaves_their_words_end_and_go_when_their_time_is_up() {
        say(worker, "Iris", family, BORN);
        Acting.as(World.ALEX, () -> team.leave(World.ALEX, worker.worker()));

        assertThat(entries("ended_at is null")).isZero();
        assertThat(entries("ended_at is not null")).isEqualTo(1);
        world.as(new Actor.Job(DemoTown.HARBOUR_HOUSE, "erase", Side.SUPPORT), () -> known.eraseBefore(Instant.parse("2100-01-01T00:00:00Z")));
        assertThat(entries("true")).isZero();
    }

    @Test
    void a_form_that_is_not_right_comes_back_with_what_was_typed() throws Exception {
        String answer = mvc.perform(post("/desk/known").param("given", "Iris").param("phone", "12").with(world.signedIn(worker))).andReturn().getResponse().getContentAsString();

        assertThat(answer).contains("Enter a family name").contains("Enter a telephone number").contains("Choose how you know them").contains("value=\"Iris\"");
    }

    private int entries(String which) {
        return world.as(World.PRIYA, () -> sql.sql("select count(*) from known.entry where worker_id = :worker and " + which).param("worker", worker.worker().id()).query(Integer.class).single());
    }

    private int referrals(UUID id, Actor.Worker reader) {
        return world.as(reader, () -> sql.sql("select count(*) from referral.referral where id = :id").param("id", id).query(Integer.class).single());
    }

    private Actor.Worker hire(Side side, Role... roles) {
        Actor.Worker one = world.hire(side, "Bram Registertest", roles);
        hired.add(one);
        return one;
    }

    private void say(Actor.Worker who, String given, String name, LocalDate born) {
        world.as(who, () -> known.say(UUID.randomUUID(), new Known.Person(HowKnown.FRIEND, given, name, List.of(), born, "", "", ""), who));
    }

    private CaseId caseOf(Actor.Worker me, String given, String name, LocalDate born) {
        CaseId id = world.as(me, () -> {
            PersonId person = people.record(new NewPerson(me.side(), About.named(given, name).bornOn(born)), me);
            CaseId opened = cases.open(person, null, me);
            cases.accept(opened, me);
            return opened;
        });
        made.add(id);
        return id;
    }

    private boolean isThere(CaseId id, Actor.Worker reader) {
        return world.as(reader, () -> cases.facts(List.of(id))).containsKey(id);
    }

    private List<UUID> hits(CaseId id, Actor.Worker reader) {
        return world.as(reader, () -> sql.sql("select id from matching.hit where :id in (new_record_id, known_record_id)").param("id", id.id()).query(UUID.class).list());
    }

    private UUID hit(CaseId id) {
        return hits(id, World.PRIYA).get(0);
    }

    private void decide(UUID hit, MatchDecision decision, String note) {
        Acting.as(World.PRIYA, () -> matches.decide(hit, decision, Matches.Apart.NOBODY, note, World.PRIYA));
    }

    private String page(Actor.Worker reader, String path) throws Exception {
        return mvc.perform(get(path).with(world.signedIn(reader))).andReturn().getResponse().getContentAsString();
    }
}
