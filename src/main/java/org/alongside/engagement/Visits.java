package org.alongside.engagement;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;

/** How often posts are opened, by day. Nobody is counted: no cookie, no address, only that a page went out. Kept in memory for seconds, so that no page waits for it. */
@Component
public class Visits {
    /** How far back the desk looks. */
    public static final int DAYS = 28;
    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);
    private final Map<Place, Integer> waiting = new ConcurrentHashMap<>();
    private final ActingTransaction acting;
    private final JdbcClient sql;
    private final Clock clock;

    Visits(ActingTransaction acting, JdbcClient sql, Clock clock) {
        this.acting = acting;
        this.sql = sql;
        this.clock = clock;
    }

    private record Place(OrganisationId organisation, UUID post, LocalDate day) {}

    public void count(Post post) {
        waiting.merge(new Place(post.organisation(), post.id(), Times.day(clock.instant())), 1, Integer::sum);
    }

    /** Adds what came together since the last time to what stands in the database, where other instances add theirs. What cannot be written waits for the next time. */
    @PreDestroy
    @Scheduled(fixedDelayString = "PT10S")
    public synchronized void writeDown() {
        for (Place place : List.copyOf(waiting.keySet())) {
            Integer number = waiting.remove(place);
            if (number == null) continue;
            try {
                acting.as(new Actor.Job(place.organisation, Posts.JOB), () -> sql.sql("""
                        insert into engagement.visit_day (post_id, organisation_id, day, number) values (:post, :organisation, :day, :number) on conflict (post_id, day) do update set number = engagement.visit_day.number + excluded.number
                        """).param("post", place.post).param("organisation", place.organisation.id()).param("day", place.day).param("number", number).update());
            } catch (DataAccessException | TransactionException away) {
                waiting.merge(place, number, Integer::sum);
                LOG.debug("views could not be written down ({})", away.getClass().getSimpleName());
            }
        }
    }

    private record Day(LocalDate day, int number) {}

    /** Of the last four weeks, each day of them; for its writers. */
    @Transactional(readOnly = true)
    public SortedMap<LocalDate, Integer> of(UUID post, Actor.Worker me) {
        me.mustBe(Posts.WRITE);
        LocalDate today = Times.day(clock.instant());
        Map<LocalDate, Integer> counted = new HashMap<>();
        sql.sql("select day, number from engagement.visit_day where post_id = :post and day > :since").param("post", post).param("since", today.minusDays(DAYS)).query(Day.class).list().forEach(one -> counted.put(one.day, one.number));
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        for (int back = 0; back < DAYS; back++) days.put(today.minusDays(back), counted.getOrDefault(today.minusDays(back), 0));
        return days;
    }
}
