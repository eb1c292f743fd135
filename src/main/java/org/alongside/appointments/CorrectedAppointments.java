package org.alongside.appointments;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.casework.FollowsCorrection;
import org.alongside.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appointments to come are called off when a client moves across the wall; whoever is out with them now is looked for by a person. */
@Component
@Transactional
class CorrectedAppointments implements FollowsCorrection {
    private final JdbcClient sql;
    private final Clock clock;

    CorrectedAppointments(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<Consequence> of(Collection<CaseId> cases) {
        record Counted(int ahead, int out) {}
        Counted counted = sql.sql("""
                select count(*) filter (where starts_at > :now) as ahead, count(*) filter (where starts_at <= :now and alone and safe_at is null) as out
                  from appointments.appointment where case_id = any (:cases) and status = 'PLANNED'
                """).param("now", Times.at(clock.instant())).param("cases", cases.stream().map(CaseId::id).toArray(UUID[]::new)).query(Counted.class).single();
        List<Consequence> all = new ArrayList<>();
        if (counted.out > 0) all.add(new Consequence(0, "A colleague is out alone with them now. Ring the colleague first.", false, true));
        if (counted.ahead > 0) all.add(new Consequence(30, counted.ahead == 1 ? "One appointment to come is called off. Nobody tells them by itself." : counted.ahead + " appointments to come are called off. Nobody tells them by itself.", false, false));
        return all;
    }

    @EventListener
    void corrected(CaseEvent.Corrected corrected) {
        // Safety: what began stays as it is, so that whoever is out alone is still asked for.
        sql.sql("update appointments.appointment set status = 'CANCELLED_BY_US', version = version + 1 where case_id = :case and status = 'PLANNED' and starts_at > :now").param("case", corrected.id().id()).param("now", Times.at(clock.instant())).update();
    }
}
