package org.alongside.accommodation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.casework.FollowsCorrection;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A search for a safe place stops when its client moves across the wall. Whoever lives in a safe place already is somebody's to see to at once. */
@Component
@Transactional
class CorrectedSearches implements FollowsCorrection {
    private final JdbcClient sql;
    private final Clock clock;

    CorrectedSearches(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<Consequence> of(Collection<CaseId> cases) {
        if (Acting.current().filter(actor -> actor instanceof Actor.Worker me && me.side() == Side.SUPPORT).isEmpty()) return List.of();
        record Counted(int open, int placed, int offered) {}
        Counted counted = sql.sql("""
                select count(*) filter (where status = 'OPEN') as open, count(*) filter (where status = 'PLACED') as placed,
                       (select count(*) from accommodation.place p join accommodation.request o on o.id = p.request_id where p.case_id = any (:cases) and p.answer in ('OFFERED', 'WAITING') and o.status = 'OPEN') as offered
                  from accommodation.request where case_id = any (:cases)
                """).param("cases", cases.stream().map(CaseId::id).toArray(UUID[]::new)).query(Counted.class).single();
        List<Consequence> all = new ArrayList<>();
        // Safety: other people live there.
        if (counted.placed > 0) all.add(new Consequence(1, "They moved into a safe place through us. Ring the place now: others live there.", false, true));
        if (counted.open > 0) all.add(new Consequence(20, "The search for a safe place stops.", true, false));
        if (counted.offered > 0) all.add(new Consequence(21, "A place was asked for them, and may be kept for them. Ring it, and give it back.", false, true));
        return all;
    }

    @EventListener
    void corrected(CaseEvent.Corrected corrected) {
        if (corrected.side() == Side.SUPPORT) sql.sql("update accommodation.request set status = 'STOPPED', ended_at = :now, version = version + 1 where case_id = :case and status = 'OPEN'").param("case", corrected.id().id()).param("now", Times.at(clock.instant())).update();
    }

    @EventListener
    void restored(CaseEvent.Restored restored) {
        if (restored.side() == Side.SUPPORT) sql.sql("update accommodation.request set status = 'OPEN', ended_at = null, version = version + 1 where case_id = :case and status = 'STOPPED'").param("case", restored.id().id()).update();
    }
}
