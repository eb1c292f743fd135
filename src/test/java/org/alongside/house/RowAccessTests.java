package org.alongside.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.AlongsideTest;
import org.alongside.World;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.evaluation.DemoEvaluations;
import org.alongside.shared.Side;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database alone, with no page and no verb before it: who sees the rows of Harbour House in each table, and who can touch them.
 * The tables come from PostgreSQL's catalogue, so one that nobody decided about fails.
 */
@AlongsideTest
class RowAccessTests {
    /** What PostgreSQL answers for a missing grant and for a policy that does not let a row in. */
    private static final String REFUSED = "42501";
    private static final Map<String, Actor> ACTORS = actors();

    /**
     * Whose rows, then who sees at least one of them: everyone not named sees none. "harbour" are the rows of Harbour House, "support" those of them on the
     * side of people harmed, "mine" and "typed"
     * those of one worker, "added" one that is made for this test, "unpublished" what the public does not see yet, "all" every row of the table.
     */
    private static final Map<String, Decided> DECIDED = """
            network.member                    harbour  mina tom sal alex kit lee
            network.practitioner              harbour  mina tom sal alex kit lee
            network.post                      harbour  mina lee
            network.file                      added    mina lee
            network.objection                 added    mina
            comments.conversation             harbour  sal priya jo kit public holder
            comments.published                harbour  mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            comments.comment                  harbour  sal priya jo
            comments.draft                    added
            comments.report                   added    sal jo
            comments.care                     harbour  mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            comments.word_rule                harbour  sal jo kit holder
            comments.moderator                added    mina
            comments.theme                    harbour  sal jo kit
            comments.tag                      harbour  sal jo
            engagement.campaign               harbour  sal jo kit public holder
            engagement.post                   harbour  sal jo kit public holder
            engagement.resource               harbour  sal jo kit public holder
            engagement.picture                harbour  sal jo kit public holder
            engagement.visit_day              harbour  sal jo kit
            engagement.poll_day               harbour  sal jo kit
            involvement.steering_group        support  mina tom sal priya jo
            involvement.runner                support  mina tom sal priya jo
            involvement.member                support  mina tom
            involvement.consent               support  mina tom
            involvement.meeting               support  mina tom
            involvement.came                  support  mina tom
            involvement.claim                 support  mina tom
            involvement.change                support  mina tom sal priya jo
            involvement.heard                 harbour  mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            agencies.agency                   harbour  sal kit lee cam public holder job check send clock import erase hear safety train
            agencies.team                     harbour  sal kit lee cam public holder job check send clock import erase hear safety train
            referral.from_agency              added    sal kit lee cam
            training.course                   harbour  sal kit lee cam public holder job check send clock import erase hear safety train
            training.cohort                   harbour  sal kit lee cam public holder job check send clock import erase hear safety train
            training.session                  harbour  sal kit lee cam public holder job check send clock import erase hear safety train
            training.sector_limit             harbour  sal kit lee cam public holder job check send clock import erase hear safety train
            training.registration             harbour  sal kit lee train
            training.access_need              harbour  lee train
            training.attendance               harbour  sal kit lee train
            training.trained                  harbour  sal kit lee cam train
            copies.copy                       added
            residents.account                 harbour
            residents.asking                  added
            residents.session                 added
            residents.try                     added
            residents.farewell                added
            voices.spoken                     harbour  mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            standards.taken_key               added    mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            standards.version                 added    alex
            voices.voice                      support  mina tom sal priya jo
            access.instance                   all      mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            evaluation.comment                harbour  sal kit lee erase
            evaluation.evaluation             harbour  mina tom sal priya jo alex robin kit lee cam public holder job check send clock import erase hear safety train
            evaluation.imported_file          added    sal kit lee
            evaluation.question_set           harbour  mina tom sal priya jo alex robin kit lee cam public holder job check send clock import erase hear safety train
            evaluation.sheet                  harbour  sal kit lee
            evaluation.wave                   harbour  mina tom sal priya jo alex robin kit lee cam public holder job check send clock import erase hear safety train
            selfassessment.assessment         harbour  mina tom sal priya alex robin kit lee
            selfassessment.answer             harbour  mina tom sal priya alex robin kit lee
            selfassessment.evidence           harbour  mina tom sal priya alex robin kit lee
            selfassessment.shown              harbour  mina tom sal priya alex robin kit lee
            selfassessment.reader             added    mina tom sal priya alex robin kit lee
            improvement.plan                  harbour  mina tom sal priya alex robin kit lee
            improvement.action                harbour  mina tom sal priya alex robin kit lee
            peerreview.offer                  added    mina tom sal priya jo alex robin kit lee cam ash nia
            peerreview.review                 added    mina tom sal priya alex robin kit lee
            peerreview.finding                added    mina tom sal priya alex robin kit lee
            commissioning.request             added    sal alex kit
            commissioning.number              added    sal alex kit
            commissioning.plan                added    sal alex kit
            commissioning.step                added    sal alex kit
            awards.adoption                   all      mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            awards.decision                   added    sal alex kit
            awards.award                      added    mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            awards.ground                     added    mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            awards.step                       added    sal alex kit
            awards.appeal                     added    sal alex kit
            toolkit.tally                     harbour  sal kit lee
            toolkit.tally_day                 harbour  sal kit lee
            accommodation.place               support  mina tom sal priya erase
            accommodation.request             support  mina tom sal priya erase
            appointments.appointment          support  mina tom sal priya erase
            audit.entry                       added    priya
            casework.action                   support  mina tom sal priya erase
            casework.allocation               support  mina tom sal priya erase
            casework.client_case              support  mina tom sal priya erase
            casework.closure                  support  mina tom sal priya erase
            casework.closure_need             support  mina tom sal priya erase
            casework.contact                  support  mina tom sal priya erase
            casework.crisis                   support  mina tom sal priya erase
            casework.goal                     support  mina tom sal priya erase
            casework.moment                   support  mina tom sal priya erase
            casework.need                     support  mina tom sal priya erase
            casework.offer                    support  mina tom sal priya erase
            casework.review                   support  mina tom sal priya erase
            directory.change                  harbour  mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            directory.assurer                 added    sal kit alex
            directory.draft                   added    sal kit alex import
            directory.edition                 added    sal kit alex import
            directory.import_run              added    alex import
            directory.link                    added    sal kit alex
            directory.organisation_entry      unpublished alex import
            directory.quality_mark            unpublished alex import
            directory.place                   added    mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            directory.place_load              added    mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            directory.reminder                added
            directory.service                 unpublished alex import
            directory.service_part            unpublished alex import
            directory.staged                  added    alex import
            directory.suggestion              added    sal kit alex
            directory.way_in                  unpublished alex import
            disclosure.request                added    sal priya erase
            disclosure.request_item           added    sal priya erase
            disclosure.release                support  mina tom sal priya jo erase
            helpline.contact                  support  mina tom sal priya jo erase
            instruments.answer                support  mina tom sal priya jo erase
            instruments.instrument_version    all      mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            instruments.score                 added    mina tom sal priya jo erase
            instruments.shelf                 added    mina tom sal priya jo alex robin kit lee cam
            instruments.response              support  mina tom sal priya jo erase
            matching.apart                    added    priya tom check erase
            known.entry                       added    mina priya erase
            matching.hit                      added    priya check erase
            matching.party                    support  check erase
            matching.party_key                harbour  check erase
            messages.outbox                   added    tom sal priya send erase
            messages.own_address              harbour  send erase
            organisations.credential          mine     mina
            organisations.link                harbour  sal alex kit
            organisations.membership          harbour  mina tom sal priya jo alex robin kit lee cam job check send clock import erase hear safety train
            organisations.organisation        harbour  mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            organisations.second_factor       mine     mina
            organisations.side_change         harbour  priya alex
            organisations.team                harbour  mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            organisations.worker              harbour  mina tom sal priya jo alex robin kit lee cam job check send clock import erase hear safety train
            rota.shift                        support  mina tom sal priya jo job check send clock import erase hear safety train
            casework.weight                   added    mina tom sal priya jo
            casework.kept_from                added    mina tom sal priya erase
            correction.correction             added    sal priya erase
            correction.moved                  added    sal priya erase
            correction.standing               added    sal priya kit erase
            breakglass.opening                support  sal priya jo erase
            supervision.approval              support  mina tom sal priya erase
            supervision.decision              support  mina tom sal priya erase
            supervision.meeting               support  mina sal erase
            documents.copy                    support  mina tom sal priya erase
            documents.document                support  mina tom sal priya erase
            letters.letter                    support  mina tom sal priya erase
            incidents.incident                support  mina tom sal priya erase
            incidents.repeat_rule             added    mina tom sal priya jo alex robin kit lee cam
            outcomes.snapshot                 support  mina tom sal priya erase
            outcomes.handed                   added    sal priya robin kit
            people.address                    support  mina tom sal priya jo erase
            onward.sent                       support  mina tom sal priya erase
            onward.said                       added    mina tom sal priya alex robin kit
            moving.import                     added    sal erase
            moving.imported                   added    sal erase
            retention.erased                  added    sal priya kit erase
            retention.erasure                 added    sal priya erase
            retention.hold                    support  sal priya erase
            retention.rule                    added    sal priya kit erase
            casework.counted_case             added    sal priya erase
            people.live_call                  support  mina tom sal priya jo send erase
            people.other_name                 added    mina tom sal priya jo erase hear
            people.name_sound                 support  mina tom sal priya jo erase hear
            people.person                     support  mina tom sal priya jo send erase hear
            people.relation                   support  mina tom sal priya jo erase
            people.relation_role              support  mina tom sal priya jo erase
            people.risk_to_life               support  mina tom sal priya jo send erase
            people.safe_contact               support  mina tom sal priya jo send erase
            referral.answer                   support  mina tom sal priya jo check erase
            referral.asked_back               added    mina tom sal priya jo erase
            referral.unmet_need               added    mina tom sal priya
            referral.draft                    mine     mina
            referral.draft_answer             typed    mina
            referral.first_contact            added    mina tom sal priya jo alex robin kit lee cam ash nia public holder job check send clock import elsewhere erase hear safety train
            referral.passage                  support  mina tom sal priya jo ash nia erase
            referral.referral                 support  mina tom sal priya jo check clock erase
            referral.told                     support  mina tom sal priya jo clock erase
            orders.breach                     support  mina tom sal priya erase
            orders.protective_order           support  mina tom sal priya erase
            risk.assessment                   support  mina tom sal priya erase
            safeguarding.concern              support  mina tom sal priya erase
            crossing.entry                    support  mina tom sal priya safety erase
            crossing.offered                  harbour  robin kit erase
            partnersupport.partner            support  mina tom sal priya safety erase
            partnersupport.contact            support  mina tom sal priya erase
            partnersupport.told               added    mina tom sal priya safety erase
            programme.partner                 harbour  robin kit
            programme.attendance              added    robin kit
            programme.cohort                  harbour  robin kit
            programme.enrolment               harbour  robin kit
            programme.place                   harbour  robin kit
            programme.session                 harbour  robin kit
            programme.no_partner              added    robin kit
            programme.agreement               harbour  robin kit
            programme.breach                  added    robin kit
            programme.sheet                   harbour  robin kit
            programme.suitability             harbour  robin kit
            programme.need                    added    robin kit
            programme.set_aside               added    robin kit
            programme.apart                   added    robin kit
            programme.together                added    robin kit
            programme.made_up                 added    robin kit
            programme.template                added    robin kit
            programme.template_session        added    robin kit
            helpline.behaviour_week           harbour  mina tom sal priya jo robin kit
            programme.known_harm              added    robin kit
            programme.harm_not_known          added    robin kit
            risk.pack                         support  mina tom sal priya erase
            risk.raised_level                 support  mina tom sal priya erase
            risk.trigger                      support  mina tom sal priya erase
            risk.second_look                  support  mina tom sal priya erase
            safetyplan.agreed                 support  mina tom sal priya erase
            safetyplan.agreed_part            support  mina tom sal priya erase
            safetyplan.draft_part             support  mina tom sal priya erase
            """.lines().map(line -> line.strip().split("\\s+")).collect(Collectors.toMap(cells -> cells[0], cells -> new Decided(cells[1], Set.of(Arrays.copyOfRange(cells, 2, cells.length)))));
    /** Whom a row may be added by although they do not see it, or see it without owning it: they give, and learn nothing. */
    private static final Map<String, Set<String>> MAY_ADD = Map.ofEntries(
            Map.entry("casework.kept_from", Set.of("robin", "kit")),
            Map.entry("correction.moved", Set.of("kit")),
            Map.entry("crossing.entry", Set.of("robin", "kit")),
            Map.entry("crossing.offered", Set.of("mina", "tom", "sal", "priya")),
            Map.entry("instruments.instrument_version", Set.of("ash", "nia")),
            Map.entry("matching.party", Set.of("mina", "tom", "sal", "priya", "jo", "public", "holder")),
            Map.entry("matching.party_key", Set.of("mina", "tom", "sal", "priya", "jo", "alex", "robin", "kit", "lee", "cam", "public", "holder")),
            Map.entry("referral.from_agency", Set.of("public", "holder")),
            Map.entry("copies.copy", Set.of("public")),
            Map.entry("comments.report", Set.of("public")),
            Map.entry("residents.asking", Set.of("public")),
            Map.entry("training.access_need", Set.of("public", "holder")),
            Map.entry("messages.outbox", Set.of("mina", "jo", "public", "holder", "job", "check", "clock", "import", "hear", "safety", "train")),
            Map.entry("messages.own_address", Set.of("mina", "tom", "sal", "priya", "jo", "alex", "robin", "kit", "lee", "cam", "public", "holder", "train")));
    /** The receiving organisation says how a referral passed on to it stands. */
    private static final Map<String, Set<String>> MAY_CHANGE = Map.of("referral.passage", Set.of("ash", "nia"));
    /** Rooms whose rows are about nobody who is helped here: those who keep them take out what is wrong. */
    private static final Set<String> OF_NO_CLIENT = Set.of("organisations.", "training.", "evaluation.", "toolkit.", "selfassessment.", "commissioning.", "network.", "standards.", "copies.", "voices.", "comments.", "engagement.", "residents.");
    private static final Set<String> OUTSIDE = Set.of("ash", "nia", "public", "holder", "elsewhere");
    private static final Everything EVERYTHING = new Everything();

    private record Decided(String rows, Set<String> seenBy) {}

    @Autowired World world;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    private static Map<String, Actor> actors() {
        Map<String, Actor> actors = new LinkedHashMap<>();
        actors.put("mina", World.MINA);
        actors.put("tom", World.TOM);
        actors.put("sal", World.SAL);
        actors.put("priya", World.PRIYA);
        actors.put("jo", World.JO);
        actors.put("alex", World.ALEX);
        actors.put("robin", World.ROBIN);
        actors.put("kit", World.KIT);
        actors.put("lee", World.LEE);
        actors.put("cam", World.CAM);
        actors.put("ash", World.ASH);
        actors.put("nia", World.NIA);
        actors.put("public", World.anyone());
        actors.put("holder", new Actor.Holder("nobody-holds-this"));
        for (Map.Entry<String, String> job : Map.of("job", "no-such-job", "check", "intake-check", "send", "send-message", "clock", "first-contact", "import", "import-directory").entrySet()) {
            actors.put(job.getKey(), new Actor.Job(DemoTown.HARBOUR_HOUSE, job.getValue()));
        }
        actors.put("erase", new Actor.Job(DemoTown.HARBOUR_HOUSE, "erase", Side.SUPPORT));
        actors.put("hear", new Actor.Job(DemoTown.HARBOUR_HOUSE, "hear-names", Side.SUPPORT));
        actors.put("safety", new Actor.Job(DemoTown.HARBOUR_HOUSE, "partner-safety", Side.SUPPORT));
        actors.put("train", new Actor.Job(DemoTown.HARBOUR_HOUSE, "training"));
        actors.put("elsewhere", new Actor.Job(DemoTown.LANTERN, "intake-check"));
        return actors;
    }

    @TestFactory
    Stream<DynamicTest> each_table_shows_its_rows_to_those_decided_and_to_nobody_else() {
        return guarded().stream().map(table -> dynamicTest(table, () -> withRows(table, rows -> {
            Set<String> see = new TreeSet<>();
            ACTORS.forEach((name, actor) -> {
                if (world.as(actor, () -> sql.sql("select count(*) from " + table + " where ctid = any (:rows::tid[])").param("rows", rows).query(Integer.class).single()) > 0) see.add(name);
            });
            assertThat(see).containsExactlyInAnyOrderElementsOf(decided(table).seenBy);
        })));
    }

    @TestFactory
    Stream<DynamicTest> nobody_outside_changes_removes_or_adds_a_row() {
        return guarded().stream().map(table -> dynamicTest(table, () -> withRows(table, rows -> {
            String copy = EVERYTHING.see(all -> all.sql("select to_jsonb(t)::text from " + table + " t where ctid = any (:rows::tid[]) and " + copied(table) + " order by ctid limit 1").param("rows", rows).query(String.class).single());
            List<String> columns = columns(table);
            ACTORS.entrySet().stream().filter(actor -> OUTSIDE.contains(actor.getKey()) || !decided(table).seenBy.contains(actor.getKey())).forEach(actor -> {
                String who = actor.getKey();
                if (!MAY_CHANGE.getOrDefault(table, Set.of()).contains(who)) {
                    String column = columns.stream().filter(name -> mayUpdate(table, name)).findFirst().orElse(columns.get(0));
                    assertThat(attempt(actor.getValue(), "update " + table + " set " + column + " = " + column + " where ctid = any (:rows::tid[])", rows)).as(who + " changes").isIn("0 rows", REFUSED);
                }
                assertThat(attempt(actor.getValue(), "delete from " + table + " where ctid = any (:rows::tid[])", rows)).as(who + " removes").isIn("0 rows", REFUSED);
                String names = String.join(", ", columns);
                String added = attempt(actor.getValue(), "insert into " + table + " (" + names + ") select " + names + " from jsonb_populate_record(null::" + table + ", :rows::jsonb)", copy);
                // Whoever may add a row is stopped by nothing but that the very same one is there already.
                if (MAY_ADD.getOrDefault(table, Set.of()).contains(who)) assertThat(added).as(who + " adds").startsWith("23");
                else assertThat(added).as(who + " adds").isEqualTo(REFUSED);
            });
        })));
    }

    /** Workers write and change; what is gone is gone by the eraser, and by those few verbs that undo one's own step. */
    @Test
    void nobody_but_the_eraser_removes_a_row_about_a_person() {
        Set<String> own = Set.of("access.instance", "casework.review", "directory.assurer", "directory.draft", "directory.edition", "directory.link", "directory.staged", "directory.suggestion", "directory.organisation_entry", "directory.quality_mark", "directory.service", "directory.service_part", "directory.way_in", "involvement.came", "involvement.heard", "matching.party", "matching.party_key", "people.name_sound", "people.other_name", "programme.template_session", "referral.draft", "referral.draft_answer");
        List<String> removable = guarded().stream().filter(table -> sql.sql("select has_table_privilege(:table, 'delete')").param("table", table).query(Boolean.class).single()).filter(table -> !own.contains(table) && OF_NO_CLIENT.stream().noneMatch(table::startsWith)).toList();

        assertThat(removable).hasSizeGreaterThan(40);
        ACTORS.entrySet().stream().filter(actor -> !actor.getKey().equals("erase")).forEach(actor ->
                assertThat(removable).as(actor.getKey()).allSatisfy(table -> assertThat(attempt(actor.getValue(), "delete from " + table + " where :rows::text is null", null)).isIn("0 rows", REFUSED)));
    }

    private String attempt(Actor actor, String statement, Object rows) {
        return Acting.as(actor, () -> transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                return sql.sql(statement).param("rows", rows).update() + " rows";
            } catch (DataAccessException refused) {
                return refused.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : refused.toString();
            }
        }));
    }

    private boolean mayUpdate(String table, String column) {
        return sql.sql("select has_column_privilege(:table, :column, 'update')").param("table", table).param("column", column).query(Boolean.class).single();
    }

    private List<String> columns(String table) {
        return sql.sql("select attname from pg_attribute where attrelid = :table::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '' order by attnum")
                .param("table", table).query(String.class).list();
    }

    private List<String> guarded() {
        return sql.sql("select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.relrowsecurity order by 1").query(String.class).list();
    }

    private static Decided decided(String table) {
        assertThat(DECIDED).as("Nobody decided who sees this table").containsKey(table);
        return DECIDED.get(table);
    }

    /** Control: there are rows to be seen, so that a test cannot pass by seeing nothing. What was added for that is taken away again. */
    private void withRows(String table, Consumer<String[]> test) {
        decided(table);
        UUID id = UUID.randomUUID();
        Map<String, Object> meant = Map.of("id", id, "harbour", DemoTown.HARBOUR_HOUSE.id(), "mina", World.MINA.worker().id(), "tom", World.TOM.worker().id());
        String missing = MissingRows.insert(table);
        if (missing != null) EVERYTHING.see(all -> all.sql(missing).params(meant).update());
        try {
            String[] rows = EVERYTHING.see(all -> all.sql("select ctid::text from " + table + " where " + which(table)).params(meant).query(String.class).list()).toArray(String[]::new);
            assertThat(rows).as("rows of " + table).isNotEmpty();
            test.accept(rows);
        } finally {
            if (missing != null) MissingRows.REMOVED.forEach(removed -> EVERYTHING.see(all -> all.sql(removed).param("id", id).update()));
        }
    }

    /** Where the rows of a table differ in who may add them: the kind that {@link #MAY_ADD} speaks of, whatever other tests left behind. */
    private static String copied(String table) {
        return switch (table) {
            case "matching.party" -> "kind = 'REFERRAL'";
            case "messages.outbox" -> "kind = 'NOTICE'";
            case "evaluation.sheet", "evaluation.comment" -> "evaluation_id = '" + DemoEvaluations.CLOSED.id() + "'";
            default -> "true";
        };
    }

    private static String which(String table) {
        return switch (decided(table).rows) {
            case "all" -> "true";
            case "added" -> MissingRows.key(table) + " = :id::text";
            case "mine" -> "worker_id = :mina";
            case "typed" -> "draft_id in (select id from referral.draft where worker_id = :mina)";
            case "harbour" -> (table.equals("organisations.organisation") ? "id" : "organisation_id") + " = :harbour";
            case "unpublished" -> "organisation_id = :harbour and " + switch (table) {
                case "directory.service_part", "directory.way_in" -> "service_id in (select id from directory.service where not published)";
                case "directory.quality_mark" -> "organisation_entry_id in (select id from directory.organisation_entry where not published)";
                default -> "not published";
            };
            case "support" -> table.equals("instruments.answer") ? "response_id in (select id from instruments.response where organisation_id = :harbour and side = 'SUPPORT')" : "organisation_id = :harbour and side = 'SUPPORT'";
            default -> throw new IllegalArgumentException(table);
        };
    }
}
