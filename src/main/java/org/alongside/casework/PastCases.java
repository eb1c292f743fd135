package org.alongside.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases that were worked on elsewhere before they came here: open or closed, at the days they have. */
@Service
@Transactional
public class PastCases {
    private final ClientCaseRepository cases;
    private final People people;
    private final Moments moments;
    private final CaseKeeping keeping;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PastCases(ClientCaseRepository cases, People people, Moments moments, CaseKeeping keeping, AuditTrail audit, JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.people = people;
        this.moments = moments;
        this.keeping = keeping;
        this.audit = audit;
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** @param closedAt null for a case that goes on @param because why it was closed @param worker who works with it, of the importing worker's side */
    public record PastCase(PersonId person, Instant openedAt, @Nullable Instant closedAt, @Nullable ClosureReason because, @Nullable WorkerId worker, @Nullable String note) {}

    public CaseId record(PastCase past, Actor.Worker me) {
        if (me.side() == null) throw new NotFound();
        Side side = me.side();
        CaseId id = new CaseId(UUID.randomUUID());
        String name = people.find(past.person()).orElseThrow(() -> new NotFound("person", past.person().id())).displayName();
        ClientCase one = ClientCase.screening(id, me.organisation(), side, past.person(), name, null, CaseReference.draw(), past.openedAt());
        one.accept(past.openedAt());
        if (past.worker() != null) one.allocate(past.worker(), past.openedAt());
        if (past.closedAt() != null) one.close(past.because() == null ? ClosureReason.FINISHED : past.because(), past.closedAt());
        cases.save(one);
        audit.changed("case", id.id(), "brought in");
        moments.add(UUID.randomUUID(), id, MomentKind.CASE, past.openedAt(), me.worker(), "Case began, before it came here", null, null);
        if (past.note() != null) moments.add(UUID.randomUUID(), id, MomentKind.NOTE, past.openedAt(), me.worker(), "From the system before this one", past.note(), null);
        if (past.closedAt() != null) closed(id, past, me);
        // Safety: whoever has an open case is compared with everybody known here, wherever the case comes from.
        else events.publishEvent(new CaseEvent.Opened(id, me.organisation(), side, clock.instant()));
        return id;
    }

    private void closed(CaseId id, PastCase past, Actor.Worker me) {
        ClosureReason because = past.because() == null ? ClosureReason.FINISHED : past.because();
        sql.sql("insert into casework.closure (id, case_id, reason, closed_at, closed_by) values (:id, :case, :reason, :at, :by)").param("id", UUID.randomUUID()).param("case", id.id())
                .param("reason", because.name()).param("at", Times.at(past.closedAt())).param("by", me.worker().id()).update();
        moments.add(UUID.randomUUID(), id, MomentKind.CASE, past.closedAt(), me.worker(), "Case closed: " + because.words(), null, null);
    }

    /** Whether nobody has written anything into this case since that moment, nor opened another one of the same person. */
    public boolean isUntouchedSince(CaseId id, Instant moment) {
        return sql.sql("""
                select not exists (select from casework.moment where case_id = :case and recorded_at > :moment)
                   and not exists (select from casework.client_case c join casework.client_case o on o.organisation_id = c.organisation_id and o.person_id = c.person_id
                                    where c.id = :case and exists (select from casework.moment m where m.case_id = o.id and m.recorded_at > :moment))
                """).param("case", id.id()).param("moment", Times.at(moment)).query(Boolean.class).single();
    }

    /** Takes back a case that should not have come, of somebody who stays. Called as the job "erase". */
    public void takeBack(CaseId id) {
        keeping.erase(id);
    }
}
