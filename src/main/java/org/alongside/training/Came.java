package org.alongside.training;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.alongside.evaluation.EvaluationId;
import org.alongside.evaluation.Reach;
import org.alongside.shared.Sector;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many people the courses of an evaluation reached. From numbers only, so that commissioners read it, too. */
@Component
@Transactional(readOnly = true)
class Came implements Reach {
    private final JdbcClient sql;

    Came(JdbcClient sql) {
        this.sql = sql;
    }

    private record Numbers(int cohorts, int joined, int taken) {}

    /** Asked for a place and confirmed it, had one at the end, and were at every session. */
    @Override
    public Optional<Reached> of(EvaluationId evaluation) {
        Numbers numbers = sql.sql("select count(*) as cohorts, coalesce(sum(joined), 0)::int as joined, coalesce(sum(taken), 0)::int as taken from training.cohort where evaluation_id = :id and called_off_at is null").param("id", evaluation.id()).query(Numbers.class).single();
        if (numbers.cohorts == 0) return Optional.empty();
        Map<Sector, Integer> bySector = new EnumMap<>(Sector.class);
        sql.sql("select t.sector, count(*) as people from training.trained t join training.cohort h on h.id = t.cohort_id where h.evaluation_id = :id group by t.sector").param("id", evaluation.id())
                .query(row -> { bySector.put(Sector.valueOf(row.getString("sector")), row.getInt("people")); });
        return Optional.of(new Reached(numbers.joined, numbers.taken, bySector.values().stream().mapToInt(Integer::intValue).sum(), bySector));
    }
}
