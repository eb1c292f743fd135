package org.alongside.toolkit;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.agencies.DemoAgencies;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.alongside.toolkit.Tally.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A housing team that has asked for some weeks, invented. */
@Component
public class DemoTallies implements DemoTown {
    /** Where its link leads, in a demonstration only. */
    public static final String CODE = "5e70000000000000000000000000000000000d3a";
    public static final UUID TENANCY = UUID.fromString("00000000-0000-4000-8000-000000000421");
    private final Tallies tallies;
    private final TransactionTemplate transaction;
    private final JdbcClient sql;
    private final Clock clock;

    DemoTallies(Tallies tallies, TransactionTemplate transaction, JdbcClient sql, Clock clock) {
        this.clock = clock;
        this.tallies = tallies;
        this.transaction = transaction;
        this.sql = sql;
    }

    @Override
    public int order() {
        return 95;
    }

    @Override
    public void plant() {
        Actor.Worker lee = DemoWorkers.at(LEE_TRAINER);
        Acting.as(lee, () -> transaction.executeWithoutResult(status -> tallies.open(TENANCY, DemoAgencies.HOMES_TENANCY, CODE, lee)));
        Acting.as(new Actor.Holder(tallies.holderOf(CODE)), () -> transaction.executeWithoutResult(status -> List.of(0, 7, 14, 21).forEach(this::week)));
    }

    private void week(int daysAgo) {
        record Counted(Kind kind, int number) {}
        for (Counted counted : List.of(new Counted(Kind.ASKED, 11 - daysAgo / 4), new Counted(Kind.NOT_SAFE, 3), new Counted(Kind.DISCLOSED, 2), new Counted(Kind.SIGNPOSTED, 2))) {
            sql.sql("insert into toolkit.tally_day (tally_id, organisation_id, day, kind, number) select id, organisation_id, cast(:day as date), :kind, :number from toolkit.tally where code_key = access.holder()")
                    .param("day", Times.day(clock.instant()).minusDays(daysAgo)).param("kind", counted.kind.name()).param("number", counted.number).update();
        }
    }
}
