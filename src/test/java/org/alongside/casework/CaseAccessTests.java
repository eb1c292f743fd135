package org.alongside.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.alongside.TestClock;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.people.People;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AlongsideTest
class CaseAccessTests {
    /** The same organisation's other side, one on no side, one whose work it is not, and another organisation's worker and lead. */
    private static final List<Actor.Worker> OUTSIDE = List.of(World.ROBIN, World.KIT, World.ALEX, World.JO, World.ASH, World.NIA);

    @Autowired MockMvc mvc;
    @Autowired World world;
    @Autowired People people;
    @Autowired Cases cases;
    @Autowired OwnWork ownWork;
    @Autowired Allocations allocations;
    @Autowired Contacts contacts;
    @Autowired Crises crises;
    @Autowired Needs needs;
    @Autowired Goals goals;
    @Autowired Offers offers;
    @Autowired Actions actions;
    @Autowired Closures closures;
    @Autowired JdbcClient sql;
    CaseId id;

    @BeforeEach
    void a_case_with_a_row_in_every_table() {
        id = CaseFixture.open(world, people, cases, World.MINA);
        world.as(World.MINA, () -> {
            allocations.allocate(id, new Allocate(UUID.randomUUID(), World.MINA.worker(), null, null, null, null), World.MINA);
            contacts.record(id, new NewContact(UUID.randomUUID(), ContactChannel.CALL, false, Set.of(), ContactOutcome.SPOKE, null, TestClock.START, false, null, null), World.MINA);
            crises.record(id, new Crises.NewCrisis(UUID.randomUUID(), CrisisKind.THREAT, Set.of(), Whereabouts.UNKNOWN, null), World.MINA);
            needs.raise(id, UUID.randomUUID(), NeedDomain.SAFETY, new Needs.Need(NeedLevel.HIGH, NeedStatus.OPEN, null), World.MINA);
            goals.set(id, UUID.randomUUID(), "Peace", World.MINA);
            offers.offer(id, new Offers.NewOffer(UUID.randomUUID(), null, "Refuge", OfferAnswer.THINKING), World.MINA);
            actions.add(id, UUID.randomUUID(), new Actions.Action(ActionAgency.POLICE, "Ring", World.MINA.worker(), LocalDate.of(2026, 12, 1)), World.MINA);
            cases.tell(id, new TimelineEntry(MomentKind.PLAN, TestClock.START, World.MINA.worker(), "Safety plan", null, LocalDate.of(2026, 12, 1)));
            closures.close(id, new Closures.Closure(UUID.randomUUID(), ClosureReason.FINISHED, null, List.of(new Closures.NeedOutcome(NeedDomain.SAFETY, NeedStatus.MET, null)), Closures.Feedback.NONE), World.MINA);
            closures.reopen(id, "Again", World.MINA);
        });
    }

    @Test
    void row_security_alone_shows_a_case_to_its_own_side_of_its_own_organisation_and_to_nobody_else() {
        List<String> tables = world.as(World.MINA, () -> sql.sql("select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'casework' and c.relkind = 'r' and c.relname not in ('counted_case', 'weight', 'kept_from')").query(String.class).list());

        assertThat(tables).hasSize(12).allSatisfy(table -> {
            assertThat(rows(World.MINA, table)).as(table).isPositive();
            assertThat(rows(World.TOM, table)).as(table).isPositive();
            for (Actor outsider : Stream.concat(OUTSIDE.stream(), Stream.of(World.anyone())).toList()) assertThat(rows(outsider, table)).as(table + " for " + outsider).isZero();
            assertThat(sql.sql("select count(*) from casework." + table).query(Integer.class).single()).as(table + " for no actor").isZero();
        });
    }

    @Test
    void a_row_cannot_be_written_into_the_other_side_or_into_another_organisations_case() {
        for (Actor.Worker outsider : List.of(World.ROBIN, World.ASH)) {
            assertThatThrownBy(() -> world.as(outsider, () -> sql.sql("insert into casework.goal (id, case_id, words, status, set_on, set_at) values (:id, :case, 'x', 'ACTIVE', now(), now())")
                    .param("id", UUID.randomUUID()).param("case", id.id()).update())).rootCause().hasMessageContaining("foreign key");
            assertThatThrownBy(() -> world.as(outsider, () -> sql.sql("""
                    insert into casework.goal (id, case_id, organisation_id, side, words, status, set_on, set_at) values (:id, :case, :organisation, 'SUPPORT', 'x', 'ACTIVE', now(), now())
                    """).param("id", UUID.randomUUID()).param("case", id.id()).param("organisation", World.MINA.organisation().id()).update())).rootCause().hasMessageContaining("row-level security");
        }
    }

    @Test
    void the_verbs_find_nothing_for_anyone_outside() {
        for (Actor.Worker outsider : OUTSIDE) {
            assertThatThrownBy(() -> world.as(outsider, () -> cases.facts(id))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(outsider, () -> cases.mustBeOpenFor(id, outsider))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(outsider, () -> goals.set(id, UUID.randomUUID(), "x", outsider))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> world.as(outsider, () -> crises.record(id, new Crises.NewCrisis(UUID.randomUUID(), CrisisKind.THREAT, Set.of(), Whereabouts.UNKNOWN, null), outsider))).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void a_case_behind_the_wall_or_of_another_organisation_is_answered_like_one_that_does_not_exist() throws Exception {
        UUID nothing = UUID.randomUUID();
        for (Actor.Worker outsider : OUTSIDE) {
            for (String page : List.of("", "/timeline", "/contacts", "/contacts/new", "/crises/new", "/needs", "/needs/new", "/goals/new", "/offers/new", "/actions", "/actions/new", "/allocation",
                    "/closure", "/reopening", "/notes/new", "/risk-to-life")) {
                same(outsider, get("/desk/cases/" + id.id() + page), get("/desk/cases/" + nothing + page));
            }
            for (String noun : List.of("contacts", "crises", "needs", "goals", "offers", "actions", "allocation", "closure", "reopening", "notes", "risk-to-life")) {
                same(outsider, post("/desk/cases/" + id.id() + "/" + noun), post("/desk/cases/" + nothing + "/" + noun));
            }
        }
        for (Actor.Worker outsider : List.of(World.ALEX, World.JO)) assertThat(answer(outsider, get("/desk/cases")).getStatus()).isEqualTo(404);
    }

    @Test
    void parts_of_another_case_are_not_found_under_ones_own() throws Exception {
        CaseId other = CaseFixture.open(world, people, cases, World.TOM);
        for (String table : List.of("need", "goal", "offer", "action", "crisis")) {
            UUID part = world.as(World.MINA, () -> sql.sql("select id from casework." + table + " where case_id = :case limit 1").param("case", id.id()).query(UUID.class).single());
            String noun = table.equals("crisis") ? "crises" : table + "s";
            assertThat(answer(World.TOM, get("/desk/cases/" + id.id() + "/" + noun + "/" + part)).getStatus()).as(noun).isEqualTo(200);
            assertThat(answer(World.TOM, get("/desk/cases/" + other.id() + "/" + noun + "/" + part)).getStatus()).as(noun).isEqualTo(404);
        }
    }

    @Test
    void a_worker_whom_a_lead_keeps_apart_from_a_case_finds_nothing_there_and_is_never_given_it() throws Exception {
        keepApart(World.TOM);

        same(World.TOM, get("/desk/cases/" + id.id()), get("/desk/cases/" + UUID.randomUUID()));
        assertThat(listed(World.TOM)).isNotEmpty().doesNotContain("/desk/cases/" + id.id());
        assertThat(listed(World.MINA)).contains("/desk/cases/" + id.id());
        assertThat(world.as(World.TOM, () -> cases.facts(List.of(id)))).isEmpty();
        assertThat(world.as(World.MINA, () -> cases.facts(List.of(id)))).containsOnlyKeys(id);
        String number = world.as(World.MINA, () -> cases.facts(id)).reference();
        assertThat(world.as(World.TOM, () -> cases.numbered(number))).isEmpty();
        assertThat(world.as(World.MINA, () -> cases.numbered(number))).contains(id);
        assertThatThrownBy(() -> world.as(World.TOM, () -> goals.set(id, UUID.randomUUID(), "x", World.TOM))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(World.PRIYA, () -> allocations.allocate(id, new Allocate(UUID.randomUUID(), World.TOM.worker(), null, null, null, null), World.PRIYA))).isInstanceOf(RuleBroken.class);
    }

    @Test
    void a_case_that_a_worker_is_kept_apart_from_is_not_in_their_day_even_when_they_owe_something_there() {
        world.as(World.MINA, () -> actions.add(id, UUID.randomUUID(), new Actions.Action(ActionAgency.POLICE, "x", World.TOM.worker(), LocalDate.of(2026, 11, 20)), World.MINA));
        assertThat(owedByTom()).as("without the decision it is there").contains(id);

        keepApart(World.TOM);

        assertThat(owedByTom()).doesNotContain(id);
    }

    /** What is linked on all pages of the list of open cases. */
    private Set<String> listed(Actor.Worker worker) throws Exception {
        Set<String> links = new HashSet<>();
        for (String page = "/desk/cases?list=team"; page != null; ) {
            Document shown = Jsoup.parse(answer(worker, get(URI.create(page))).getContentAsString());
            links.addAll(shown.select("main a[href]").eachAttr("href"));
            page = shown.select("a[rel=next]").stream().findFirst().map(older -> older.attr("href")).orElse(null);
        }
        return links;
    }

    private List<CaseId> owedByTom() {
        return world.as(World.TOM, () -> ownWork.until(LocalDate.of(2026, 11, 27), World.TOM)).actions().stream().map(OwnWork.OwedAction::caseId).toList();
    }

    @Test
    void a_worker_of_the_other_side_is_refused_also_where_a_policy_was_forgotten() {
        // As Mina the database shows the case; the guard asks for whom it is.
        assertThatThrownBy(() -> world.as(World.MINA, () -> cases.mustBeOpenFor(id, World.ROBIN))).isInstanceOf(NotFound.class);
        assertThat(world.as(World.MINA, () -> cases.mustBeOpenFor(id, World.MINA)).id()).isEqualTo(id);
    }

    @Test
    void a_case_that_a_lead_keeps_a_manager_apart_from_is_not_in_their_counts() throws Exception {
        int before = countedForMina();

        keepApart(World.SAL);

        assertThat(countedForMina()).isEqualTo(before - 1);
    }

    private int countedForMina() throws Exception {
        Document page = Jsoup.parse(answer(World.SAL, get("/desk/caseloads")).getContentAsString());
        return Integer.parseInt(page.select("tbody tr:has(th:contains(Mina Okafor)) td.govuk-table__cell--numeric").get(1).text())
                + Integer.parseInt(page.select("tbody tr:has(th:contains(Mina Okafor)) td.govuk-table__cell--numeric").get(2).text());
    }

    @Test
    void a_stranger_is_sent_to_sign_in() throws Exception {
        assertThat(mvc.perform(get("/desk/cases/" + id.id())).andReturn().getResponse().getRedirectedUrl()).startsWith("/desk/sign-in");
    }

    private void keepApart(Actor.Worker worker) {
        UUID hit = UUID.randomUUID();
        world.as(new Actor.Job(worker.organisation(), "intake-check"), () -> sql.sql("""
                    insert into matching.hit (id, organisation_id, new_kind, new_record_id, new_role, known_kind, known_record_id, known_role, reasons, for_managers, found_at, version)
                    values (:id, :organisation, 'CASE', :case, 'CLIENT', 'REFERRAL', :worker, 'CLIENT', '{}', true, now(), 0)
                    """).param("id", hit).param("organisation", worker.organisation().id()).param("case", id.id()).param("worker", worker.worker().id()).update());
        world.as(World.PRIYA, () -> sql.sql("insert into matching.apart (organisation_id, kind, record_id, worker_id, hit_id, decided_by, decided_at) values (:organisation, 'CASE', :case, :worker, :hit, :lead, now())")
                    .param("organisation", worker.organisation().id()).param("case", id.id()).param("worker", worker.worker().id()).param("hit", hit).param("lead", World.PRIYA.worker().id()).update());
    }

    private void same(Actor.Worker worker, MockHttpServletRequestBuilder known, MockHttpServletRequestBuilder unknown) throws Exception {
        MockHttpServletResponse one = answer(worker, known);
        MockHttpServletResponse other = answer(worker, unknown);
        assertThat(one.getStatus()).isEqualTo(other.getStatus()).isEqualTo(404);
        assertThat(one.getContentAsString()).isEqualTo(other.getContentAsString()).doesNotContain(id.id().toString());
    }

    private MockHttpServletResponse answer(Actor.Worker worker, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(world.signedIn(worker))).andReturn().getResponse();
    }

    private int rows(Actor actor, String table) {
        String where = switch (table) {
            case "client_case" -> " where id = :case";
            case "closure_need" -> " where closure_id in (select id from casework.closure where case_id = :case)";
            default -> " where case_id = :case";
        };
        return world.as(actor, () -> sql.sql("select count(*) from casework." + table + where).param("case", id.id()).query(Integer.class).single());
    }
}
