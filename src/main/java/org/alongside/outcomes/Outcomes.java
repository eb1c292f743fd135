package org.alongside.outcomes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instrument.By;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.InstrumentKind;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.Response;
import org.alongside.instruments.ResponseId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The snapshots of a case: drafts change, finished ones are put right by later ones. */
@Service
@Transactional
public class Outcomes {
    private static final int MOST = 100;
    private final Cases cases;
    private final Instruments instruments;
    private final PartnerCases partners;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Outcomes(Cases cases, Instruments instruments, PartnerCases partners, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.cases = cases;
        this.instruments = instruments;
        this.partners = partners;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** What may be asked in this case: sets about needs and outcomes, and about us, answered by whoever may answer on its side. */
    @Transactional(readOnly = true)
    public List<Instrument> offered(CaseFacts facts) {
        Set<By> views = EnumSet.of(By.WORKER, By.CLIENT);
        // Safety: a participant is asked on their side, a partner in their own case on theirs; neither set is ever offered on the other.
        if (facts.side() == Side.CHANGE) views.add(By.PARTICIPANT);
        else if (partners.isOfPartner(facts.id())) views.add(By.PARTNER);
        return instruments.inUse(InstrumentKind.OUTCOME, InstrumentKind.FEEDBACK).stream().filter(one -> views.contains(one.by())).toList();
    }

    /** Begins a snapshot, or finds the draft of the same set. RuleBroken when this set is not asked at this stage. */
    public UUID begin(CaseId caseId, String key, Stage stage, LocalDate on, Actor.Worker me) {
        CaseFacts facts = stage.isAskedWhenClosed() ? own(caseId, me) : cases.mustBeOpenFor(caseId, me);
        if (on.isAfter(today())) throw new RuleBroken("outcomes.to-come", "Enter the day it was asked: today, or before.");
        Instrument set = offered(facts).stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow(NotFound::new);
        if (!stage.fits(set.by())) throw new RuleBroken("outcomes.stage", stage.isOfProgramme() ? "This is asked at intake, at a review or at the exit." : "This is asked at the start, in the middle and at the end of a programme, and six and twelve months after.");
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:case || :key, 4))").param("case", facts.id().id().toString()).param("key", key).query((row, number) -> 0).list();
        Optional<UUID> begun = sql.sql("select id from outcomes.snapshot where case_id = :case and key = :key and status = 'DRAFT'").param("case", caseId.id()).param("key", key).query(UUID.class).optional();
        if (begun.isPresent()) return begun.get();
        UUID id = UUID.randomUUID();
        return put(id, caseId, instruments.begin(key, id), key, stage, set.by(), on, null, me);
    }

    /** Begins to put something right in a finished snapshot: a draft with its answers; the old one stays readable. */
    public UUID correct(CaseId caseId, UUID done, Actor.Worker me) {
        own(caseId, me);
        Snapshot before = one(caseId, done);
        if (!before.stands()) throw new RuleBroken("outcomes.not-standing", "Only a finished one that was not put right yet can be put right.");
        if (of(caseId).stream().anyMatch(other -> other.isDraft() && other.key().equals(before.key()))) throw new RuleBroken("outcomes.draft-open", "One of the same kind is not finished yet. Finish it first.");
        return put(UUID.randomUUID(), caseId, instruments.amend(before.answers().id()), before.key(), before.stage(), before.view(), before.on(), done, me);
    }

    private UUID put(UUID id, CaseId caseId, ResponseId response, String key, Stage stage, By view, LocalDate on, @Nullable UUID corrects, Actor.Worker me) {
        sql.sql("""
                insert into outcomes.snapshot (id, case_id, response_id, key, stage, view, status, corrects, taken_on, begun_by, begun_at) values (:id, :case, :response, :key, :stage, :view, 'DRAFT', :corrects, :on, :me, :now)
                """).param("id", id).param("case", caseId.id()).param("response", response.id()).param("key", key).param("stage", stage.name()).param("view", view.name()).param("corrects", corrects)
                .param("on", on).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        audit.changed("snapshot", id, "begun");
        return id;
    }

    /** Keeps a draft as it stands. @return the new revision. Throws SavedMeanwhile when somebody saved after {@code revision}. */
    public int save(CaseId caseId, UUID id, int revision, AnswerSheet sheet, Actor.Worker me) {
        own(caseId, me);
        return instruments.save(one(caseId, id).answers().id(), revision, sheet);
    }

    /** Finishes a draft. What cannot be read is refused. */
    public void finish(CaseId caseId, UUID id, int revision, AnswerSheet sheet, Actor.Worker me) {
        own(caseId, me);
        Snapshot draft = one(caseId, id);
        instruments.save(draft.answers().id(), revision, sheet);
        instruments.finish(draft.answers().id());
        sql.sql("update outcomes.snapshot set status = 'DONE', done_by = :me, done_at = :now where id = :id").param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
        sql.sql("update outcomes.snapshot set status = 'AMENDED' where id = (select corrects from outcomes.snapshot where id = :id) and status = 'DONE'").param("id", id).update();
        cases.tell(caseId, new TimelineEntry(MomentKind.OUTCOME, clock.instant(), me.worker(), draft.instrument().title() + (draft.stage().isOfProgramme() ? ", " : ", at ") + draft.stage().words().toLowerCase(Locale.UK), path(caseId) + "/" + id));
        askAgain(caseId);
        audit.changed("snapshot", id, "finished");
    }

    /** As long after the newest as its stage says, until somebody asked at the last; what is asked in a programme and what is not go on apart, and the earlier day counts. Once a case is closed only a programme asks again. */
    private void askAgain(CaseId caseId) {
        List<Snapshot> standing = of(caseId).stream().filter(Snapshot::stands).filter(one -> one.instrument().kind() == InstrumentKind.OUTCOME).toList();
        boolean closed = cases.facts(caseId).isClosed();
        LocalDate again = Stream.of(true, false).filter(programme -> programme || !closed).map(programme -> askAgain(standing.stream().filter(one -> one.stage().isOfProgramme() == programme).toList())).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
        cases.lookAgainOn(caseId, MomentKind.OUTCOME, again);
    }

    private static @Nullable LocalDate askAgain(List<Snapshot> standing) {
        return standing.stream().max(Comparator.comparing(Snapshot::on).thenComparing(Snapshot::stage)).map(newest -> newest.stage().next() == null ? null : newest.on().plus(newest.stage().next())).orElse(null);
    }

    private record Row(UUID id, UUID responseId, String key, Stage stage, By view, Response.Status status, LocalDate takenOn, UUID begunBy) {}

    /** The snapshots of a case in the order in which they were taken, drafts and those put right included. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<Snapshot> of(CaseId caseId) {
        List<Row> rows = sql.sql("select id, response_id, key, stage, view, status, taken_on, begun_by from outcomes.snapshot where case_id = :case order by taken_on, begun_at, id limit :most").param("case", caseId.id()).param("most", MOST).query(Row.class).list();
        Map<ResponseId, Response> answers = instruments.responses(rows.stream().map(row -> new ResponseId(row.responseId)).toList());
        return rows.stream().map(row -> new Snapshot(row.id, row.key, row.stage, row.view, row.status, row.takenOn, new WorkerId(row.begunBy), Objects.requireNonNull(answers.get(new ResponseId(row.responseId))))).toList();
    }

    /** NotFound when this case has no such snapshot for whoever asks. */
    @Transactional(readOnly = true)
    public Snapshot one(CaseId caseId, UUID id) {
        return of(caseId).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("snapshot", id));
    }

    /** What the client said when the case closed stands here too, finished: with the rest, and put right here. */
    @EventListener
    void heard(CaseEvent.Heard heard) {
        Response answers = instruments.response(heard.answers());
        Instrument set = answers.sheet().instrument();
        sql.sql("""
                insert into outcomes.snapshot (id, case_id, response_id, key, stage, view, status, taken_on, begun_by, begun_at, done_by, done_at)
                values (:id, :case, :response, :key, 'EXIT', :view, 'DONE', :on, :me, :at, :me, :at)
                """).param("id", UUID.randomUUID()).param("case", heard.id().id()).param("response", heard.answers().id()).param("key", set.key()).param("view", set.by().name())
                .param("on", Times.day(heard.at())).param("me", answers.savedBy().id()).param("at", Times.at(heard.at())).update();
    }

    @EventListener
    void closed(CaseEvent.Closed closed) {
        byWhoeverWorksCases(closed.id());
    }

    @EventListener
    void reopened(CaseEvent.Reopened reopened) {
        byWhoeverWorksCases(reopened.id());
    }

    private void byWhoeverWorksCases(CaseId id) {
        if (Acting.current().orElse(null) instanceof Actor.Worker me && CaseRoles.mayHoldCases(me.roles())) askAgain(id);
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        List<ResponseId> answered = sql.sql("delete from outcomes.snapshot where case_id = :case returning response_id").param("case", erased.id().id()).query(UUID.class).list().stream().map(ResponseId::new).toList();
        instruments.erase(answered);
    }

    private CaseFacts own(CaseId caseId, Actor.Worker me) {
        CaseFacts facts = cases.facts(caseId);
        // Safety: the database has already decided; this holds where a policy was forgotten.
        if (facts.side() != me.side()) throw new NotFound("case", caseId.id());
        return facts;
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/outcomes";
    }
}
