package org.alongside.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.incidents.Incident;
import org.alongside.incidents.IncidentEvent;
import org.alongside.orders.OrderEvent;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened since a case was last assessed. A crisis and a broken order say so by themselves; a worker can say anything else. */
@Service
@Transactional
public class Triggers {
    private static final String WORDS = "risk.trigger.words";
    private static final int MOST = 200;
    private final Cases cases;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Triggers(Cases cases, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Something that nobody has assessed since. */
    public record Open(UUID id, CaseId caseId, Trigger trigger, LocalDate happenedOn, String words, WorkerId recordedBy, Instant recordedAt) {}

    /** A worker says that something changed. @param id made with the form, so that a second press finds the first */
    public void changed(CaseId id, UUID trigger, Trigger kind, LocalDate on, String words, Actor.Worker me) {
        RiskRoles.mustAssess(cases, id, me);
        if (add(id, trigger, kind, on, words, me, clock.instant())) {
            cases.tell(id, new TimelineEntry(MomentKind.ASSESSMENT, clock.instant(), me.worker(), "To be assessed again: " + kind.words().toLowerCase(Locale.UK), RiskAssessments.path(id)));
        }
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from risk.trigger where case_id = :case").param("case", erased.id().id()).update();
    }

    @EventListener
    void crisis(CaseEvent.Crisis crisis) {
        happened(crisis.id(), Trigger.CRISIS, Times.day(crisis.at()), crisis.at());
    }

    @EventListener
    void broken(OrderEvent.Broken broken) {
        happened(broken.caseId(), Trigger.ORDER_BROKEN, broken.on(), broken.at());
    }

    @EventListener
    void incident(IncidentEvent told) {
        // A crisis and a broken order say so themselves.
        if (told.source() == Incident.Source.WRITTEN) happened(told.caseId(), Trigger.NEW_INCIDENT, told.on(), told.at());
    }

    @EventListener
    void over(OrderEvent.CustodyOver over) {
        happened(over.caseId(), Trigger.RELEASE, Times.day(over.at()), over.at());
    }

    @EventListener
    void closed(CaseEvent.Closed closed) {
        mark(closed.id(), true);
    }

    @EventListener
    void reopened(CaseEvent.Reopened reopened) {
        mark(reopened.id(), false);
    }

    private void mark(CaseId caseId, boolean closed) {
        sql.sql("update risk.trigger set case_closed = :closed where case_id = :case").param("closed", closed).param("case", caseId.id()).update();
    }

    // Safety: whoever writes down a crisis without being one who assesses is not stopped by this.
    private void happened(CaseId id, Trigger kind, LocalDate on, Instant at) {
        Acting.current().filter(Actor.Worker.class::isInstance).map(Actor.Worker.class::cast).filter(me -> me.side() == Side.SUPPORT && RiskRoles.mayAssess(me.roles()))
                .ifPresent(me -> add(id, UUID.randomUUID(), kind, on, "", me, at));
    }

    private boolean add(CaseId id, UUID trigger, Trigger kind, LocalDate on, String words, Actor.Worker me, Instant at) {
        int added = sql.sql("""
                insert into risk.trigger (id, case_id, kind, happened_on, words, recorded_by, recorded_at) values (:id, :case, :kind, :on, :words, :by, :at) on conflict (id) do nothing
                """).param("id", trigger).param("case", id.id()).param("kind", kind.name()).param("on", on).param("words", seal.closeWords(words, WORDS, trigger))
                .param("by", me.worker().id()).param("at", Times.at(at)).update();
        if (added == 1) cases.lookAgainBy(id, MomentKind.ASSESSMENT, Times.day(at));
        return added == 1;
    }

    /** The next assessment answers what happened before it. */
    void answered(CaseId id, Instant at) {
        sql.sql("update risk.trigger set answered_at = :at where case_id = :case and answered_at is null and recorded_at <= :at").param("at", Times.at(at)).param("case", id.id()).update();
    }

    /** What happened in this case since it was assessed, the newest first. Not audited: the page is. */
    public List<Open> of(CaseId id) {
        return sql.sql("select * from risk.trigger where case_id = :case and answered_at is null order by recorded_at desc, id limit 20").param("case", id.id()).query(this::open).list();
    }

    /** As {@link #of}, over the cases of one's own organisation and side. Ask for their facts before showing them. */
    public List<Open> all() {
        return sql.sql("select * from risk.trigger where organisation_id = access.organisation() and side = access.side() and answered_at is null and not case_closed order by recorded_at desc, id limit :most")
                .param("most", MOST).query(this::open).list();
    }

    private Open open(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String words = seal.openWords(row.getBytes("words"), WORDS, id);
        return new Open(id, new CaseId(row.getObject("case_id", UUID.class)), Trigger.valueOf(row.getString("kind")), row.getObject("happened_on", LocalDate.class), words,
                new WorkerId(row.getObject("recorded_by", UUID.class)), row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
