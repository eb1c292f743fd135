package org.alongside.training;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.agencies.Agencies;
import org.alongside.agencies.Agency;
import org.alongside.evaluation.Behaviour;
import org.alongside.evaluation.EvaluationId;
import org.alongside.referral.FromAgencies;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often professionals of the agencies whose people came refer, a year before the first course and since. What follows was not therefore caused. */
@Component
@Transactional(readOnly = true)
class RefersAfterwards implements Behaviour {
    private static final int MONTHS_BEFORE = 12;
    private final Agencies agencies;
    private final FromAgencies referrals;
    private final JdbcClient sql;
    private final Clock clock;

    RefersAfterwards(Agencies agencies, FromAgencies referrals, JdbcClient sql, Clock clock) {
        this.agencies = agencies;
        this.referrals = referrals;
        this.sql = sql;
        this.clock = clock;
    }

    private record Trained(UUID organisationId, UUID agencyId, LocalDate onDay) {}

    @Override
    public List<Month> of(EvaluationId evaluation) {
        List<Trained> trained = sql.sql("""
                select t.organisation_id, t.agency_id, min(t.on_day) as on_day from training.trained t join training.cohort h on h.id = t.cohort_id where h.evaluation_id = :id and t.agency_id is not null group by t.organisation_id, t.agency_id
                """).param("id", evaluation.id()).query(Trained.class).list();
        if (trained.isEmpty()) return List.of();
        Set<UUID> came = Set.copyOf(trained.stream().map(Trained::agencyId).toList());
        List<String> names = agencies.of(new OrganisationId(trained.get(0).organisationId)).stream().filter(one -> came.contains(one.id())).map(Agency::name).toList();
        YearMonth first = YearMonth.from(trained.stream().map(Trained::onDay).min(LocalDate::compareTo).orElseThrow()), now = YearMonth.from(Times.day(clock.instant()));
        Map<YearMonth, Integer> counted = referrals.byMonth(names);
        List<Month> months = new ArrayList<>();
        for (YearMonth month = first.minusMonths(MONTHS_BEFORE); !month.isAfter(now); month = month.plusMonths(1)) months.add(new Month(month, counted.getOrDefault(month, 0), !month.isBefore(first)));
        return months;
    }
}
