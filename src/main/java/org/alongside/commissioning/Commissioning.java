package org.alongside.commissioning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.Served;
import org.alongside.files.Detail;
import org.alongside.improvement.Action;
import org.alongside.improvement.Plan;
import org.alongside.improvement.PlanKind;
import org.alongside.improvement.Plans;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.people.CountedAs;
import org.alongside.referral.UnmetNeed;
import org.alongside.shared.NotFound;
import org.alongside.shared.Protected;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests, as commissioners make them and as services answer. */
@Service
@Transactional
public class Commissioning {
    /** Who answers for a service. */
    public static final Role[] ANSWER = {Role.MANAGER, Role.ADMINISTRATOR};
    static final String TOLD = "numbers-asked";
    private static final String LATEST = " order by r.until_on desc, r.from_on desc, r.owner_name, r.asked_at desc, r.id limit :most";
    private static final int TOLD_DAYS_BEFORE = 7, MOST = 500;
    private final Organisations organisations;
    private final Plans plans;
    private final Served served;
    private final UnmetNeed unmetNeed;
    private final Messages messages;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Commissioning(Organisations organisations, Plans plans, Served served, UnmetNeed unmetNeed, Messages messages, Jobs jobs, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.organisations = organisations;
        this.plans = plans;
        this.served = served;
        this.unmetNeed = unmetNeed;
        this.messages = messages;
        this.jobs = jobs;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** As it is asked. @param once of each service asked, made with the form, so that a second press finds the first */
    public record Asked(Map<OrganisationId, UUID> once, Period period, boolean wantsPlan, String words, LocalDate due) {}

    /** Asks each of these services. RuleBroken when one of them has been asked about the same quarters already; then none is asked. */
    public void ask(Asked asked, Actor.Worker me) {
        me.mustBe(Role.COMMISSIONER);
        if (!asked.due.isAfter(today())) throw new RuleBroken("commissioning.due", "Enter a day to come, so that they have time.");
        String name = organisations.nameOf(me.organisation()).orElseThrow();
        Map<OrganisationId, String> names = new HashMap<>();
        organisations.others().forEach(one -> names.put(one.id(), one.name()));
        asked.once.forEach((service, once) -> {
            String its = Optional.ofNullable(names.get(service)).orElseThrow(() -> new RuleBroken("commissioning.nobody", "Choose whom you ask."));
            boolean before = sql.sql("select exists (select from commissioning.request where organisation_id = access.organisation() and owner_id = :service and from_on = :from and until_on = :until and state in ('ASKED', 'ANSWERED') and id <> :once)")
                    .param("service", service.id()).param("from", asked.period.from()).param("until", asked.period.until()).param("once", once).query(Boolean.class).single();
            if (before) throw new RuleBroken("commissioning.twice", its + " has been asked about these months already.");
            int rows = sql.sql("""
                    insert into commissioning.request (id, organisation_name, owner_id, owner_name, from_on, until_on, wants_plan, words, due_on, state, asked_by, asked_at)
                    values (:once, :name, :service, :its, :from, :until, :plan, :words, :due, 'ASKED', :me, :now) on conflict (id) do nothing
                    """).param("once", once).param("name", name).param("service", service.id()).param("its", its).param("from", asked.period.from()).param("until", asked.period.until()).param("plan", asked.wantsPlan).param("words", asked.words)
                    .param("due", asked.due).param("me", me.worker().id()).param("now", now()).update();
            if (rows == 0) return;
            audit.changed("request-for-numbers", once, "asked");
            jobs.ask(TOLD, service, once, clock.instant());
        });
    }

    /** Asks no more, as long as there is no answer. */
    public void withdraw(UUID id, Actor.Worker me) {
        Request request = asked(id, me);
        if (request.state() == RequestState.WITHDRAWN) return;
        if (request.state() != RequestState.ASKED) throw new RuleBroken("commissioning.answered", "They have answered already.");
        sql.sql("update commissioning.request set state = 'WITHDRAWN' where id = :id and state = 'ASKED'").param("id", id).update();
        audit.changed("request-for-numbers", id, "withdrawn");
    }

    /** People as they were counted; exactly, so never kept and never shown to anybody else. @param men null where it was not counted, like {@code everybody} */
    public record Entered(@Nullable Integer men, @Nullable Integer everybody) {}

    /** An answer, as it is written. @param plan of the service's own; null for none */
    public record Answer(Map<Measure, Entered> numbers, @Nullable UUID plan, String said) {
        public Answer {
            numbers = new EnumMap<>(numbers);
        }
    }

    /** What the commissioner would read of it. Nothing is kept. */
    @Transactional(readOnly = true)
    public Request shown(UUID id, Answer answer, Actor.Worker me) {
        Request request = askedOfUs(id, me);
        return new Request(request.id(), request.organisation(), request.organisationName(), request.owner(), request.ownerName(), request.period(), request.wantsPlan(), request.words(), request.due(), RequestState.ANSWERED, request.askedAt(), answer.said, clock.instant(), null,
                numbers(answer), plan(request, answer));
    }

    /** Answers, or corrects the answer: the commissioner reads the one that stands. */
    public void answer(UUID id, Answer answer, Actor.Worker me) {
        Request request = askedOfUs(id, me);
        mustBeOpen(request);
        List<Counted> numbers = numbers(answer);
        PlanShown plan = plan(request, answer);
        // Safety: the plan and what is said to it go to another organisation; a client's details must not be among it.
        Detail.mustBeNone(answer.said + "\n" + (plan == null ? "" : plan.all()), "commissioning.details");
        boolean corrected = request.state() == RequestState.ANSWERED;
        sql.sql("update commissioning.request set state = 'ANSWERED', said = :said, answered_by = :me, answered_at = coalesce(answered_at, :now), corrected_at = case when answered_at is not null then :now end where id = :id")
                .param("said", answer.said).param("me", me.worker().id()).param("now", now()).param("id", id).update();
        Stream.of("number", "step", "plan").forEach(table -> sql.sql("delete from commissioning." + table + " where request_id = :id").param("id", id).update());
        numbers.forEach(one -> hanging(request, "number (request_id, owner_id, organisation_id, measure, men, everybody)", ":measure, :men, :everybody").param("measure", one.measure().name()).param("men", about(one.men())).param("everybody", about(one.everybody())).update());
        if (plan != null) {
            hanging(request, "plan (request_id, owner_id, organisation_id, title, about, aim, aim_on)", ":title, :about, :aim, :on").param("title", plan.title()).param("about", plan.about()).param("aim", plan.aim()).param("on", plan.aimOn()).update();
            for (int position = 0; position < plan.steps().size(); position++) {
                PlanShown.Step step = plan.steps().get(position);
                hanging(request, "step (request_id, owner_id, organisation_id, position, what, milestone, due_on, state)", ":position, :what, :milestone, :due, :state").param("position", position).param("what", step.what()).param("milestone", step.milestone())
                        .param("due", step.due()).param("state", step.state().name()).update();
            }
        }
        audit.changed("request-for-numbers", id, corrected ? "answer corrected" : "answered");
        jobs.ask(TOLD, request.organisation(), id, clock.instant());
    }

    private JdbcClient.StatementSpec hanging(Request request, String columns, String values) {
        return sql.sql("insert into commissioning." + columns + " values (:id, :owner, :organisation, " + values + ")").param("id", request.id()).param("owner", request.owner().id()).param("organisation", request.organisation().id());
    }

    private static @Nullable Integer about(@Nullable Protected number) {
        return number == null ? null : number.about();
    }

    /** Does not answer. @param why the commissioner reads it */
    public void decline(UUID id, String why, Actor.Worker me) {
        Request request = askedOfUs(id, me);
        if (request.state() == RequestState.DECLINED) return;
        if (request.state() != RequestState.ASKED) throw new RuleBroken("commissioning.over", "It has been answered or withdrawn already.");
        sql.sql("update commissioning.request set state = 'DECLINED', said = :why, answered_by = :me, answered_at = :now where id = :id and state = 'ASKED'").param("why", why).param("me", me.worker().id()).param("now", now()).param("id", id).update();
        audit.changed("request-for-numbers", id, "declined");
        jobs.ask(TOLD, request.organisation(), id, clock.instant());
    }

    private static void mustBeOpen(Request request) {
        if (!request.isOpen()) throw new RuleBroken("commissioning.over", "This is no longer asked.");
    }

    private static List<Counted> numbers(Answer answer) {
        return answer.numbers.entrySet().stream().map(one -> {
            Entered entered = one.getValue();
            if (entered.men != null && entered.everybody != null && entered.men > entered.everybody) throw new RuleBroken("commissioning.more-men", one.getKey().words() + ": there cannot be more men than people in all.");
            return Counted.of(one.getKey(), entered.men, entered.everybody);
        }).toList();
    }

    private @Nullable PlanShown plan(Request request, Answer answer) {
        if (answer.plan == null) {
            // What is asked for is given, or it is said why not.
            if (request.wantsPlan() && answer.said.isBlank()) throw new RuleBroken("commissioning.no-plan", "Say until when there will be a plan, or why there is none.");
            return null;
        }
        Plan plan = plans.one(answer.plan);
        if (plan.kind() != PlanKind.DEVELOPMENT) throw new NotFound("plan", answer.plan);
        return PlanShown.of(plan);
    }

    /** The plans of the acting service that could go with an answer. */
    @Transactional(readOnly = true)
    public List<Plan> plans() {
        return plans.all().stream().filter(one -> one.kind() == PlanKind.DEVELOPMENT).toList();
    }

    /** What the service's own records say, to begin with: empty for whoever does not see the clients of the side that supports those harmed. People who were turned away before a case was opened are among those who found no place, and not among those who asked. */
    @Transactional(readOnly = true)
    public Map<Measure, Entered> known(Request request, Actor.Worker me) {
        if (!me.is(Role.MANAGER) || me.side() != Side.SUPPORT) return Map.of();
        Period period = request.period();
        Map<CountedAs, Served.Count> counts = served.between(period.from(), period.until(), me);
        List<UnmetNeed.Count> unmet = unmetNeed.since(period.from(), me).stream().filter(one -> !one.month().isAfter(period.until())).toList();
        Served.Count men = counts.getOrDefault(CountedAs.MAN, new Served.Count(0, 0, 0));
        Map<Measure, Entered> known = new EnumMap<>(Measure.class);
        known.put(Measure.ASKED, new Entered(men.came(), counts.values().stream().mapToInt(Served.Count::came).sum()));
        known.put(Measure.SUPPORTED, new Entered(men.supported(), counts.values().stream().mapToInt(Served.Count::supported).sum()));
        known.put(Measure.WAITING, new Entered(men.waiting(), counts.values().stream().mapToInt(Served.Count::waiting).sum()));
        known.put(Measure.NO_PLACE, new Entered(unmet.stream().filter(one -> one.countedAs() == CountedAs.MAN).mapToInt(UnmetNeed.Count::people).sum(), unmet.stream().mapToInt(UnmetNeed.Count::people).sum()));
        return known;
    }

    /** What the acting commissioner's organisation asked, the latest months first. */
    @Transactional(readOnly = true)
    public List<Request> asked(Actor.Worker me) {
        me.mustBe(Role.COMMISSIONER);
        return read("r.organisation_id = access.organisation()", null);
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Request asked(UUID id, Actor.Worker me) {
        me.mustBe(Role.COMMISSIONER);
        return read("r.organisation_id = access.organisation() and r.id = :id", id).stream().findFirst().orElseThrow(() -> new NotFound("request-for-numbers", id));
    }

    /** What the acting service was asked, the latest months first. */
    @Transactional(readOnly = true)
    public List<Request> askedOfUs(Actor.Worker me) {
        me.mustBe(ANSWER);
        return read("r.owner_id = access.organisation()", null);
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Request askedOfUs(UUID id, Actor.Worker me) {
        me.mustBe(ANSWER);
        return read("r.owner_id = access.organisation() and r.id = :id", id).stream().findFirst().orElseThrow(() -> new NotFound("request-for-numbers", id));
    }

    private List<Request> read(String which, @Nullable UUID id) {
        Map<UUID, List<Counted>> numbers = new HashMap<>();
        Map<UUID, List<PlanShown.Step>> steps = new HashMap<>();
        Map<UUID, PlanShown> plans = new HashMap<>();
        hanging("number", "h.measure", which, id, row -> numbers.computeIfAbsent(row.getObject("request_id", UUID.class), any -> new ArrayList<>())
                .add(new Counted(Measure.valueOf(row.getString("measure")), number(row, "men"), number(row, "everybody"))));
        hanging("step", "h.position", which, id, row -> steps.computeIfAbsent(row.getObject("request_id", UUID.class), any -> new ArrayList<>())
                .add(new PlanShown.Step(row.getString("what"), row.getString("milestone"), row.getObject("due_on", LocalDate.class), Action.State.valueOf(row.getString("state")))));
        hanging("plan", "h.request_id", which, id, row -> plans.put(row.getObject("request_id", UUID.class), new PlanShown(row.getString("title"), row.getString("about"), row.getInt("aim"), row.getObject("aim_on", LocalDate.class), steps.getOrDefault(row.getObject("request_id", UUID.class), List.of()))));
        return sql.sql("select r.* from commissioning.request r where " + which + LATEST).param("id", id).param("most", MOST).query((row, number) -> {
            UUID its = row.getObject("id", UUID.class);
            return new Request(its, new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getString("organisation_name"), new OrganisationId(row.getObject("owner_id", UUID.class)), row.getString("owner_name"),
                    new Period(row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class)), row.getBoolean("wants_plan"), row.getString("words"), row.getObject("due_on", LocalDate.class), RequestState.valueOf(row.getString("state")),
                    Times.instant(row, "asked_at"), row.getString("said"), Times.instantOrNull(row, "answered_at"), Times.instantOrNull(row, "corrected_at"), numbers.getOrDefault(its, List.of()), plans.get(its));
        }).list();
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void hanging(String table, String order, String which, @Nullable UUID id, Row each) {
        sql.sql("select h.* from commissioning." + table + " h join (select r.id from commissioning.request r where " + which + LATEST + ") r on r.id = h.request_id order by " + order).param("id", id).param("most", MOST).query(each::read);
    }

    private static @Nullable Protected number(ResultSet row, String column) throws SQLException {
        Integer about = row.getObject(column, Integer.class);
        return about == null ? null : new Protected(about);
    }

    /** For the job: tells those who are asked, a week before and on the day too, or those who asked. @return when to tell again; empty once it is answered or over */
    Optional<Instant> tell(OrganisationId where, UUID id) {
        record Its(OrganisationId owner, RequestState state, LocalDate due, WorkerId by) {}
        Its its = sql.sql("select owner_id, state, due_on, asked_by from commissioning.request where id = :id").param("id", id)
                .query((row, number) -> new Its(new OrganisationId(row.getObject("owner_id", UUID.class)), RequestState.valueOf(row.getString("state")), row.getObject("due_on", LocalDate.class), new WorkerId(row.getObject("asked_by", UUID.class)))).single();
        if (!where.equals(its.owner)) {
            messages.notice(where, null, its.by, "/desk/commissioning/" + id);
            return Optional.empty();
        }
        if (its.state != RequestState.ASKED) return Optional.empty();
        organisations.withRole(where, null, ANSWER).forEach(worker -> messages.notice(where, null, worker, "/desk/commissioning/asked-of-us/" + id));
        return Stream.of(its.due.minusDays(TOLD_DAYS_BEFORE), its.due).map(Times::morning).filter(time -> time.isAfter(clock.instant())).findFirst();
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    private OffsetDateTime now() {
        return Times.at(clock.instant());
    }
}
