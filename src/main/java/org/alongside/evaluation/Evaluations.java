package org.alongside.evaluation;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.evaluation.Evaluation.Opening;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.InstrumentKind;
import org.alongside.instruments.Instruments;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evaluations of an organisation: planned, asked, closed, counted. One evaluation is one report, and each course belongs to one, so that no two reports can be subtracted from each other. */
@Service
@Transactional
public class Evaluations {
    /** Who plans them, enters paper and reads what was answered. */
    public static final Role[] ROLES = {Role.TRAINER, Role.MANAGER};
    static final String CLOSING = "close-evaluation";
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Instruments instruments;
    private final Counting counting;
    private final ObjectProvider<Reach> reach;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Evaluations(Instruments instruments, Counting counting, ObjectProvider<Reach> reach, Jobs jobs, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.instruments = instruments;
        this.counting = counting;
        this.reach = reach;
        this.jobs = jobs;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** What the acting organisation may ask: its sets for learners that have a place here, of one kind. */
    @Transactional(readOnly = true)
    public List<Instrument> offered(InstrumentKind kind) {
        return instruments.inUse(kind).stream().filter(QuestionSet::mayAsk).toList();
    }

    /** Plans one, or finds it when the same was planned with a first press. */
    public EvaluationId plan(UUID once, Plan plan, Actor.Worker me) {
        me.mustBe(ROLES);
        EvaluationId id = new EvaluationId(once);
        int made = sql.sql("""
                insert into evaluation.evaluation (id, organisation_id, title, about, identity, follow_up_months, looking_back, last_day, closes_on, planned_by, planned_at)
                values (:id, access.organisation(), :title, :about, :identity, :months, :back, :last, :closes, :me, :now) on conflict (id) do nothing
                """).param("id", once).param("title", plan.title()).param("about", plan.about()).param("identity", plan.identity().name()).param("months", plan.followUpMonths()).param("back", plan.lookingBack())
                .param("last", plan.lastDay()).param("closes", plan.closesOn()).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (made == 0) return one(id).id();
        put(id, plan);
        jobs.ask(CLOSING, me.organisation(), once, clock.instant());
        audit.changed("evaluation", once, "planned");
        return id;
    }

    /** Plans it otherwise. RuleBroken for what may not change once somebody answered. */
    public void change(EvaluationId id, Plan plan, Actor.Worker me) {
        me.mustBe(ROLES);
        Evaluation before = one(id);
        Set<Wave> answered = answered(id);
        before.mustAllow(plan, answered);
        sql.sql("update evaluation.evaluation set title = :title, about = :about, identity = :identity, follow_up_months = :months, looking_back = :back, last_day = :last, closes_on = :closes where id = :id")
                .param("title", plan.title()).param("about", plan.about()).param("identity", plan.identity().name()).param("months", plan.followUpMonths()).param("back", plan.lookingBack()).param("last", plan.lastDay())
                .param("closes", plan.closesOn()).param("id", id.id()).update();
        if (answered.isEmpty()) sql.sql("delete from evaluation.question_set where evaluation_id = :id").param("id", id.id()).update();
        sql.sql("delete from evaluation.wave where evaluation_id = :id and wave <> all (:waves)").param("id", id.id()).param("waves", plan.waves().stream().map(Wave::name).toArray(String[]::new)).update();
        put(id, plan);
        audit.changed("evaluation", id.id(), "planned otherwise");
    }

    private void put(EvaluationId id, Plan plan) {
        if (answered(id).isEmpty()) {
            for (int position = 0; position < plan.sets().size(); position++) {
                QuestionSet set = plan.sets().get(position);
                instruments.keep(set.instrument());
                sql.sql("insert into evaluation.question_set (evaluation_id, organisation_id, position, instrument_hash, cut) values (:id, access.organisation(), :position, :hash, :cut)")
                        .param("id", id.id()).param("position", position).param("hash", set.instrument().hash()).param("cut", set.cut()).update();
            }
        }
        for (Wave wave : plan.waves()) {
            sql.sql("insert into evaluation.wave (evaluation_id, organisation_id, wave, code, taking) values (:id, access.organisation(), :wave, :code, true) on conflict (evaluation_id, wave) do nothing")
                    .param("id", id.id()).param("wave", wave.name()).param("code", wave.hasAPage() ? code() : null).update();
        }
    }

    /** Ten letters without vowels: no word comes of them, and none is taken for a digit. */
    private static String code() {
        return RANDOM.ints(10, 0, LETTERS.length()).mapToObj(at -> LETTERS.substring(at, at + 1)).collect(Collectors.joining());
    }

    /** At which times somebody has answered. */
    @Transactional(readOnly = true)
    public Set<Wave> answered(EvaluationId id) {
        Set<Wave> answered = EnumSet.noneOf(Wave.class);
        sql.sql("select w.wave from evaluation.wave w where w.evaluation_id = :id and exists (select from evaluation.sheet s where s.evaluation_id = w.evaluation_id and s.wave = w.wave)").param("id", id.id()).query(String.class).list()
                .forEach(wave -> answered.add(Wave.valueOf(wave)));
        return answered;
    }

    /** Takes no more answers of this time, or takes them again. What is asked after goes with its looking back. */
    public void take(EvaluationId id, Wave wave, boolean taking, Actor.Worker me) {
        me.mustBe(ROLES);
        if (one(id).isClosed()) throw new RuleBroken("evaluation.closed", "This evaluation is closed. Nothing of it changes any more.");
        sql.sql("update evaluation.wave set taking = :taking where evaluation_id = :id and (wave = :wave or :wave = 'AFTER' and wave = 'LOOKING_BACK')").param("taking", taking).param("id", id.id()).param("wave", wave.name()).update();
        audit.changed("evaluation", id.id(), (taking ? "opened: " : "stopped: ") + wave.slug());
    }

    /** Closes it for good: no more answers, and the keys that join one person’s answers are dropped. */
    public void close(EvaluationId id, Actor.Worker me) {
        me.mustBe(ROLES);
        if (one(id).isClosed()) return;
        closeBy(id, me.worker());
    }

    /** For the job: closes what has had its time. @return when to look again; empty once it is closed */
    Optional<Instant> closeByClock(EvaluationId id) {
        Optional<Evaluation> found = find("e.id = :value", id.id()).stream().findFirst();
        if (found.isEmpty() || found.get().isClosed()) return Optional.empty();
        if (!Times.day(clock.instant()).isAfter(found.get().closesOn())) return Optional.of(Times.day(clock.instant()).plusDays(1).atTime(4, 0).atZone(Times.LONDON).toInstant());
        closeBy(id, null);
        return Optional.empty();
    }

    private void closeBy(EvaluationId id, @Nullable WorkerId by) {
        sql.sql("update evaluation.evaluation set closed_at = :now, closed_by = :by where id = :id and closed_at is null").param("now", Times.at(clock.instant())).param("by", by == null ? null : by.id()).param("id", id.id()).update();
        // Safety: from now on no card can be tried against the answers, by nobody and with no key: what joins them is a random number that stands nowhere else.
        sql.sql("""
                with fresh as materialized (select pair as was, gen_random_uuid() as pair from (select distinct pair from evaluation.sheet where evaluation_id = :id and pair is not null) one)
                update evaluation.sheet s set pair = fresh.pair from fresh where s.evaluation_id = :id and s.pair = fresh.was
                """).param("id", id.id()).update();
        audit.changed("evaluation", id.id(), "closed, keys dropped");
    }

    /** One of the acting organisation. For its workers, its jobs, and whoever is asked. */
    @Transactional(readOnly = true)
    public Evaluation one(EvaluationId id) {
        return find("e.id = :value", id.id()).stream().findFirst().orElseThrow(() -> new NotFound("evaluation", id.id()));
    }

    /** Those of the acting organisation, the newest first. */
    @Transactional(readOnly = true)
    public List<Evaluation> all() {
        return find("e.organisation_id = access.organisation()", null);
    }

    /** Those of the acting organisation to which courses can be attached. */
    @Transactional(readOnly = true)
    public List<Evaluation> open() {
        return all().stream().filter(one -> !one.isClosed()).toList();
    }

    /** What is asked under a code. @param wave when */
    public record Asked(Evaluation evaluation, Wave wave) {}

    /** What a code from a wall or a mail leads to; empty for any other. */
    @Transactional(readOnly = true)
    public Optional<Asked> byCode(String code) {
        if (!code.matches("[b-z]{10}")) return Optional.empty();
        return find("e.id = (select c.evaluation_id from evaluation.wave c where c.code = :value)", code).stream().findFirst()
                .map(found -> new Asked(found, found.waves().entrySet().stream().filter(one -> code.equals(one.getValue().code())).findFirst().orElseThrow().getKey()));
    }

    /** All answers as numbers. For trainers and managers of the organisation. */
    @Transactional(readOnly = true)
    public Counted counted(EvaluationId id) {
        return counting.count(one(id));
    }

    /** How many people could have answered; empty when nobody knows. */
    @Transactional(readOnly = true)
    public Optional<Reach.Reached> reached(EvaluationId id) {
        return reach.stream().flatMap(one -> one.of(id).stream()).findFirst();
    }

    private record Row(UUID id, UUID organisationId, String title, String about, IdentityMode identity, @Nullable Integer followUpMonths, boolean lookingBack, LocalDate lastDay, LocalDate closesOn, UUID plannedBy, Instant plannedAt, @Nullable Instant closedAt) {
        static Row of(ResultSet row, int number) throws SQLException {
            int months = row.getInt("follow_up_months");
            return new Row(row.getObject("id", UUID.class), row.getObject("organisation_id", UUID.class), row.getString("title"), row.getString("about"), IdentityMode.valueOf(row.getString("identity")), months == 0 ? null : months,
                    row.getBoolean("looking_back"), row.getObject("last_day", LocalDate.class), row.getObject("closes_on", LocalDate.class), row.getObject("planned_by", UUID.class), Times.instant(row, "planned_at"), Times.instantOrNull(row, "closed_at"));
        }
    }

    private record SetRow(UUID evaluationId, String instrumentHash, @Nullable String cut) {}

    private record WaveRow(UUID evaluationId, Wave wave, @Nullable String code, boolean taking) {}

    private List<Evaluation> find(String which, @Nullable Object value) {
        List<Row> rows = sql.sql("select * from evaluation.evaluation e where " + which + " order by e.planned_at desc, e.id limit 500").param("value", value).query(Row::of).list();
        if (rows.isEmpty()) return List.of();
        UUID[] ids = rows.stream().map(Row::id).toArray(UUID[]::new);
        Map<UUID, List<QuestionSet>> sets = new HashMap<>();
        sql.sql("select evaluation_id, instrument_hash, cut from evaluation.question_set where evaluation_id = any (:ids) order by evaluation_id, position").param("ids", ids).query(SetRow.class).list()
                .forEach(set -> sets.computeIfAbsent(set.evaluationId, any -> new ArrayList<>()).add(new QuestionSet(instruments.version(set.instrumentHash), set.cut)));
        Map<UUID, Map<Wave, Opening>> waves = new HashMap<>();
        sql.sql("select evaluation_id, wave, code, taking from evaluation.wave where evaluation_id = any (:ids)").param("ids", ids).query(WaveRow.class).list()
                .forEach(wave -> waves.computeIfAbsent(wave.evaluationId, any -> new EnumMap<>(Wave.class)).put(wave.wave, new Opening(wave.code, wave.taking)));
        return rows.stream().map(row -> new Evaluation(new EvaluationId(row.id), new OrganisationId(row.organisationId), row.title, row.about, row.identity, row.followUpMonths, row.lookingBack, row.lastDay, row.closesOn, new WorkerId(row.plannedBy),
                row.plannedAt, row.closedAt, sets.getOrDefault(row.id, List.of()), waves.getOrDefault(row.id, Map.of()))).toList();
    }
}
