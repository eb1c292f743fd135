package org.alongside.programme;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.outcomes.Numbers;
import org.alongside.shared.Protected;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far people came, protected. It says nothing about anybody's safety, so finishing is never counted by itself. */
@Service
@Transactional
public class Finishing {
    private final JdbcClient sql;

    Finishing(JdbcClient sql) {
        this.sql = sql;
    }

    private record Many(Status status, int people) {}

    /** Everybody by where they are now; who finished stands with everybody else or not at all. */
    @Transactional(readOnly = true)
    public Map<String, Protected> counted(Actor.Worker me) {
        Cohorts.mustBeHere(me);
        me.mustBe(Numbers.OF_THE_PROGRAMME);
        Map<Status, Integer> many = sql.sql("""
                select status, count(*) as people from (
                  select distinct on (case_id) status from programme.enrolment where organisation_id = access.organisation() and side = access.side() order by case_id, ended_at is not null, waiting_since desc) newest
                 group by status
                """).query(Many.class).list().stream().collect(Collectors.toMap(Many::status, Many::people));
        return Protected.parts(List.of("Left before the end", "Suspended", "Waits, or has a place ahead", "Takes part", "Finished"), Stream.of(List.of(Status.LEFT), List.of(Status.SUSPENDED),
                List.of(Status.WAITING, Status.NOT_READY, Status.OFFERED, Status.PLACED), List.of(Status.STARTED), List.of(Status.COMPLETED)).map(these -> these.stream().mapToInt(one -> many.getOrDefault(one, 0)).sum()).toList());
    }
}
