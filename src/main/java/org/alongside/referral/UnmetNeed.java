package org.alongside.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.people.CountedAs;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts those for whom there was no place, by month and reason; never a person. */
@Service
@Transactional
public class UnmetNeed {
    private final JdbcClient sql;
    private final Clock clock;

    UnmetNeed(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param people how many; protect it before it is shown */
    public record Count(LocalDate month, UnmetReason reason, CountedAs countedAs, int people) {}

    /** Of the manager's organisation and side, from this month on. */
    @Transactional(readOnly = true)
    public List<Count> since(LocalDate month, Actor.Worker me) {
        me.mustBe(Role.MANAGER);
        return sql.sql("select month, reason, counted_as, people from referral.unmet_need where organisation_id = access.organisation() and side = access.side() and month >= :month and people > 0 order by month")
                .param("month", month.withDayOfMonth(1)).query(Count.class).list();
    }

    void count(UnmetReason reason, CountedAs countedAs) {
        change(clock.instant(), reason, countedAs, 1);
    }

    /** Takes back what was counted at that moment. */
    void takeBack(Instant then, UnmetReason reason, CountedAs countedAs) {
        change(then, reason, countedAs, -1);
    }

    private void change(Instant at, UnmetReason reason, CountedAs countedAs, int by) {
        sql.sql("""
                insert into referral.unmet_need (month, reason, counted_as, people) values (:month, :reason, :countedAs, greatest(:by, 0))
                on conflict (organisation_id, side, month, reason, counted_as) do update set people = greatest(referral.unmet_need.people + :by, 0)
                """).param("month", Times.day(at).withDayOfMonth(1)).param("reason", reason.name()).param("countedAs", countedAs.name()).param("by", by).update();
    }
}
