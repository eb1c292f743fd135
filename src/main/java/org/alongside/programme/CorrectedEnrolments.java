package org.alongside.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.casework.FollowsCorrection;
import org.alongside.shared.Side;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody who moves across the wall leaves the programme and their place is free. Those beside partners learn what they always learn: that they left. */
@Component
@Transactional
class CorrectedEnrolments implements FollowsCorrection {
    private final Enrolments enrolments;
    private final JdbcClient sql;

    CorrectedEnrolments(Enrolments enrolments, JdbcClient sql) {
        this.enrolments = enrolments;
        this.sql = sql;
    }

    @Override
    public List<Consequence> of(Collection<CaseId> cases) {
        if (worker().filter(me -> me.side() == Side.CHANGE).isEmpty()) return List.of();
        record Counted(int enrolled, int placed, int partners) {}
        Counted counted = sql.sql("""
                select count(*) as enrolled, count(place) as placed, (select count(*) from programme.partner p where p.case_id = any (:cases)) as partners from programme.enrolment where case_id = any (:cases) and ended_at is null
                """).param("cases", cases.stream().map(CaseId::id).toArray(UUID[]::new)).query(Counted.class).single();
        List<Consequence> all = new ArrayList<>();
        if (counted.placed > 0) all.add(new Consequence(22, "They leave the programme, and their place is free for somebody else.", false, false));
        else if (counted.enrolled > 0) all.add(new Consequence(22, "They leave the waiting list of the programme.", false, false));
        if (counted.partners > 0) all.add(new Consequence(10, counted.enrolled == 0 ? "Partners are named in their case. Nothing is told to partner support." : "Partner support is told that they left, and nothing else.", false, false));
        return all;
    }

    @EventListener
    void corrected(CaseEvent.Corrected corrected) {
        if (corrected.side() == Side.CHANGE) worker().ifPresent(me -> enrolments.leaveAcross(corrected.id(), me));
    }

    private static Optional<Actor.Worker> worker() {
        return Acting.current().filter(Actor.Worker.class::isInstance).map(Actor.Worker.class::cast);
    }
}
