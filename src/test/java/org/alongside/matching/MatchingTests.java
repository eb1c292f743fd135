package org.alongside.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@AlongsideTest
class MatchingTests {
    private static final List<Actor.Worker> NOT_LEADS = List.of(World.MINA, World.TOM, World.SAL, World.JO, World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA);
    private static final LocalDate BORN = LocalDate.of(1990, 5, 4);

    @Autowired World world;
    @Autowired TestClock clock;
    @Autowired Matching matching;
    @Autowired Matches matches;
    @Autowired IntakeCheck check;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvc mvc;

    final String surname = "Quill" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");

    @AfterEach
    void back() {
        clock.back();
    }

    @Test
    void a_name_with_its_birth_date_is_found_however_it_is_typed_and_only_the_lead_learns_it() {
        UUID known = caseOf(World.MINA, named("Zoë", "O'" + surname));
        UUID typed = referralBy(World.anyone(), named("ZOE ", "O’" + surname.toUpperCase()));
        runChecks();

        assertThat(hits(World.PRIYA, typed, known)).containsExactly("NAME_AND_BIRTH_DATE");
        assertThat(NOT_LEADS).allSatisfy(worker -> assertThat(hits(worker, typed, known)).isEmpty());
        assertThat(hits(World.anyone(), typed, known)).isEmpty();
    }

    @Test
    void a_number_typed_two_ways_is_one_number_and_an_address_is_its_house_and_postcode() {
        UUID known = caseOf(World.MINA, Identity.of("A", surname, null, "01632 960551", "Flat 2, 14 Elm Street, Westermouth", "wm1 2ab"));
        UUID byPhone = referralBy(World.anyone(), Identity.of("B", null, null, "+44 1632 960551", null, null));
        UUID byAddress = referralBy(World.anyone(), Identity.of("C", null, null, null, "flat 2 - 14, Elm St", "WM12AB"));
        UUID neighbour = referralBy(World.anyone(), Identity.of("D", null, null, null, "Flat 3, 14 Elm Street", "WM1 2AB"));
        runChecks();

        assertThat(hits(World.PRIYA, byPhone, known)).containsExactly("PHONE");
        assertThat(hits(World.PRIYA, byAddress, known)).containsExactly("ADDRESS");
        assertThat(hits(World.PRIYA, neighbour, known)).isEmpty();
    }

    @Test
    void the_same_name_alone_or_with_another_birth_date_is_nobody() {
        UUID known = caseOf(World.MINA, named("Sam", surname));
        UUID nameOnly = referralBy(World.anyone(), Identity.of("Sam", surname, null, null, null, null));
        UUID other = referralBy(World.anyone(), Identity.of("Sam", surname, BORN.plusYears(20), null, null, null));
        runChecks();

        assertThat(hits(World.PRIYA, nameOnly, known)).isEmpty();
        assertThat(hits(World.PRIYA, other, known)).isEmpty();
    }

    @Test
    void both_sides_of_the_wall_are_compared_and_two_organisations_never() {
        UUID support = caseOf(World.MINA, named("Alex", surname));
        UUID change = caseOf(World.ROBIN, named("Alex", surname));
        UUID elsewhere = caseOf(World.ASH, named("Alex", surname));
        runChecks();

        assertThat(hits(World.PRIYA, change, support)).containsExactly("NAME_AND_BIRTH_DATE");
        assertThat(hits(World.NIA, elsewhere, support)).isEmpty();
        assertThat(hits(World.PRIYA, elsewhere, support)).isEmpty();
    }

    @Test
    void somebody_with_a_workers_name_is_brought_to_the_lead() {
        UUID typed = referralBy(World.anyone(), Identity.of("Robin", "Hale", null, null, null, null));
        runChecks();

        assertThat(hits(World.PRIYA, typed, World.ROBIN.worker().id())).containsExactly("NAME");
    }

    @Test
    void a_worker_who_adds_their_own_number_is_found_by_it_and_what_they_typed_is_kept_nowhere() throws Exception {
        mvc.perform(post("/desk/my-matches").with(world.signedIn(World.TOM)).param("phone", "12")).andExpect(status().isOk()).andExpect(content().string(Matchers.containsString("Enter a telephone number")));
        mvc.perform(post("/desk/my-matches").with(world.signedIn(World.TOM)).param("phone", "01632 960777")).andExpect(redirectedUrl("/desk/my-matches"));
        mvc.perform(get("/desk/my-matches").with(world.signedIn(World.TOM))).andExpect(content().string(Matchers.not(Matchers.containsString("960777"))));
        UUID typed = referralBy(World.anyone(), Identity.of("X", null, null, "01632960777", null, null));
        runChecks();

        assertThat(hits(World.PRIYA, typed, World.TOM.worker().id())).containsExactly("PHONE");
    }

    @Test
    void a_lead_never_sees_a_match_about_themselves_and_a_manager_does() {
        UUID typed = referralBy(World.anyone(), Identity.of("Priya", "Nand", null, null, null, null));
        runChecks();

        assertThat(hits(World.PRIYA, typed, World.PRIYA.worker().id())).isEmpty();
        assertThat(hits(World.SAL, typed, World.PRIYA.worker().id())).containsExactly("NAME");
    }

    @Test
    void the_typists_own_transaction_finds_nothing_and_reads_nothing() {
        UUID known = caseOf(World.MINA, named("Noor", surname));
        runChecks();

        UUID typed = referralBy(World.MINA, named("Noor", surname));

        assertThat(hits(World.PRIYA, typed, known)).as("before the job has run").isEmpty();
        assertThat(List.of(World.MINA, World.JO, World.ROBIN, World.ALEX, World.ASH)).allSatisfy(worker -> {
            for (String table : List.of("party", "party_key", "hit", "apart")) assertThat(rows(worker, table)).as(worker + " " + table).isZero();
        });
        assertThat(rows(World.PRIYA, "party")).as("not even the lead reads who is registered").isZero();
    }

    @Test
    void a_registration_that_is_rolled_back_leaves_no_check_behind() {
        int before = scheduled();
        assertThatThrownBy(() -> world.as(World.MINA, () -> {
            matching.register(party(World.MINA, RecordKind.CASE, UUID.randomUUID()), named("Gone", surname));
            throw new IllegalStateException("undo");
        })).hasMessage("undo");
        assertThat(scheduled()).isEqualTo(before);

        world.as(World.MINA, () -> matching.register(party(World.MINA, RecordKind.CASE, UUID.randomUUID()), named("Kept", surname)));
        assertThat(scheduled()).isEqualTo(before + 1);
        runChecks();
    }

    @Test
    void what_was_forgotten_is_not_found_and_what_is_registered_again_is_found_once() {
        UUID ended = caseOf(World.MINA, named("Ina", surname));
        world.as(World.MINA, () -> matching.forget(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, RecordKind.CASE, ended));
        UUID open = caseOf(World.MINA, named("Ina", surname));
        UUID typed = UUID.randomUUID();
        Party party = party(World.MINA, RecordKind.REFERRAL, typed);
        world.as(World.MINA, () -> matching.register(party, named("Ina", surname)));
        world.as(World.MINA, () -> matching.register(party, named("Ina", surname)));
        runChecks();

        assertThat(hits(World.PRIYA, typed, ended)).isEmpty();
        assertThat(hits(World.PRIYA, typed, open)).containsExactly("NAME_AND_BIRTH_DATE");
    }

    @Test
    void what_was_forgotten_before_its_own_check_came_is_found_by_nobody() {
        UUID ended = caseOf(World.MINA, named("Ida", surname));
        List<String> late = waiting();
        world.as(World.MINA, () -> matching.forget(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, RecordKind.CASE, ended));
        runChecks();
        UUID typed = referralBy(World.MINA, named("Ida", surname));
        runChecks();
        late.forEach(this::runCheck);

        assertThat(late).isNotEmpty();
        assertThat(hits(World.PRIYA, typed, ended)).isEmpty();
    }

    @Test
    void the_people_of_one_record_are_not_compared_with_each_other() {
        UUID record = UUID.randomUUID();
        Identity home = Identity.of(null, null, null, null, "7 Oak Row", "WM9 9" + "ZZ");
        world.as(World.MINA, () -> matching.register(party(World.MINA, RecordKind.CASE, record), home));
        world.as(World.MINA, () -> matching.register(new Party(DemoTown.HARBOUR_HOUSE, Side.SUPPORT, RecordKind.CASE, record, PartyRole.CAUSING_HARM, UUID.randomUUID(), null), home));
        runChecks();

        assertThat(hits(World.PRIYA, record, record)).isEmpty();
    }

    @Test
    void a_conflict_keeps_the_chosen_worker_from_the_record_and_nobody_else() {
        UUID known = caseOf(World.MINA, named("Cass", surname));
        runChecks();
        UUID typed = caseOf(World.ROBIN, named("Cass", surname));
        runChecks();
        UUID match = match(typed, known);

        assertThatThrownBy(() -> Acting.as(World.MINA, () -> matches.decide(match, MatchDecision.SAME_PERSON, Matches.Apart.NOBODY, "", World.MINA))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> Acting.as(World.PRIYA, () -> matches.decide(match, MatchDecision.CONFLICT, Matches.Apart.NOBODY, "", World.PRIYA))).isInstanceOf(RuleBroken.class);
        Acting.as(World.PRIYA, () -> matches.decide(match, MatchDecision.CONFLICT, new Matches.Apart(Set.of(), Set.of(World.TOM.worker())), "brothers", World.PRIYA));

        assertThat(Acting.as(World.TOM, () -> matching.isKeptApart(RecordKind.CASE, known, World.TOM))).isTrue();
        assertThat(Acting.as(World.TOM, () -> matching.isKeptApart(RecordKind.CASE, typed, World.TOM))).isFalse();
        assertThat(Acting.as(World.MINA, () -> matching.isKeptApart(RecordKind.CASE, known, World.MINA))).isFalse();
        assertThat(Acting.as(World.TOM, () -> matching.keptApart(RecordKind.CASE, List.of(typed, known), World.TOM))).containsExactly(known);
        assertThat(Acting.as(World.TOM, () -> matching.keptApart(RecordKind.REFERRAL, List.of(typed, known), World.TOM))).isEmpty();
        assertThatThrownBy(() -> Acting.as(World.PRIYA, () -> matches.decide(match, MatchDecision.SAME_PERSON, Matches.Apart.NOBODY, "", World.PRIYA))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void leads_decide_on_a_page_that_names_nobody() throws Exception {
        runChecks();
        // The page shows the newest fifty: later than whatever other tests found, and than those that wrote down the real time.
        clock.pass(Duration.ofDays(3650));
        UUID known = caseOf(World.MINA, named("Wren", surname));
        runChecks();
        UUID typed = caseOf(World.ROBIN, named("Wren", surname));
        runChecks();
        UUID match = match(typed, known);

        mvc.perform(get("/desk/matches").with(world.signedIn(World.PRIYA))).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("same name and birth date"))).andExpect(content().string(Matchers.not(Matchers.containsString(surname))));
        mvc.perform(get("/desk/matches/" + match).with(world.signedIn(World.PRIYA))).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("/desk/cases/" + known))).andExpect(content().string(Matchers.not(Matchers.containsString("/desk/cases/" + typed))));
        mvc.perform(post("/desk/matches/" + match + "/decision").with(world.signedIn(World.PRIYA)).param("decision", "CONFLICT").param("note", "they are siblings"))
                .andExpect(status().isOk()).andExpect(content().string(Matchers.containsString("they are siblings"))).andExpect(content().string(Matchers.containsString("Choose at least one worker")));
        mvc.perform(post("/desk/matches/" + match + "/decision").with(world.signedIn(World.PRIYA)).param("decision", "DIFFERENT_PEOPLE")).andExpect(redirectedUrl("/desk/matches"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mina", "robin", "ash", "alex"})
    void for_anyone_else_there_is_no_such_page(String who) throws Exception {
        Actor.Worker worker = switch (who) {
            case "mina" -> World.MINA;
            case "robin" -> World.ROBIN;
            case "ash" -> World.ASH;
            default -> World.ALEX;
        };
        mvc.perform(get("/desk/matches").with(world.signedIn(worker))).andExpect(status().isNotFound());
        mvc.perform(get("/desk/matches/" + UUID.randomUUID()).with(world.signedIn(worker))).andExpect(status().isNotFound());
    }

    private Identity named(String given, String family) {
        return Identity.of(given, family, BORN, null, null, null);
    }

    private UUID caseOf(Actor.Worker worker, Identity identity) {
        UUID record = UUID.randomUUID();
        world.as(worker, () -> matching.register(party(worker, RecordKind.CASE, record), identity));
        return record;
    }

    private UUID referralBy(Actor actor, Identity identity) {
        UUID record = UUID.randomUUID();
        world.as(actor, () -> matching.register(party(World.MINA, RecordKind.REFERRAL, record), identity));
        return record;
    }

    private static Party party(Actor.Worker worker, RecordKind kind, UUID record) {
        return new Party(worker.organisation(), worker.side(), kind, record, PartyRole.CLIENT, record, worker.worker());
    }

    private void runChecks() {
        waiting().forEach(this::runCheck);
    }

    private List<String> waiting() {
        return sql.sql("delete from access.scheduled_tasks where task_name = 'intake-check' returning task_instance").query(String.class).list();
    }

    private void runCheck(String instance) {
        String[] ids = instance.split("/");
        OrganisationId organisation = OrganisationId.of(ids[0]);
        Acting.as(new Actor.Job(organisation, Matching.CHECK), () -> check.check(organisation, UUID.fromString(ids[1])));
    }

    private int scheduled() {
        return sql.sql("select count(*) from access.scheduled_tasks where task_name = 'intake-check'").query(Integer.class).single();
    }

    private List<String> hits(Actor actor, UUID newer, UUID known) {
        return world.as(actor, () -> sql.sql("select unnest(reasons) from matching.hit where (new_record_id, known_record_id) in ((:newer, :known), (:known, :newer))")
                .param("newer", newer).param("known", known).query(String.class).list());
    }

    private UUID match(UUID newer, UUID known) {
        return world.as(World.PRIYA, () -> sql.sql("select id from matching.hit where (new_record_id, known_record_id) in ((:newer, :known), (:known, :newer))")
                .param("newer", newer).param("known", known).query(UUID.class).single());
    }

    private int rows(Actor actor, String table) {
        return world.as(actor, () -> sql.sql("select count(*) from matching." + table).query(Integer.class).single());
    }
}
