package org.alongside.programme;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.shared.NotFound;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How full groups are, how long people wait and who leaves, as numbers of one's own organisation and side; never a person. One statement a picture. */
@Service
@Transactional(readOnly = true)
public class Figures {
    static final Role[] ROLES = {Role.FACILITATOR, Role.MANAGER, Role.SAFEGUARDING_LEAD};
    static final String[] ROLES_NAMES = Stream.of(ROLES).map(Role::name).toArray(String[]::new);
    /** Weeks that a picture looks back, this one too. */
    public static final int WEEKS = 12;
    private static final int MOST = 40;
    private final JdbcClient sql;
    private final Clock clock;

    Figures(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A group that goes on. @param coming who takes part or is suspended @param kept offered, or taken and not started @param filled when every place was taken for the first time; null while one never was */
    public record Fill(String name, int places, int coming, int kept, Instant madeAt, @Nullable Instant filled) {}

    public List<Fill> fill(Actor.Worker me) {
        mustBeHere(me);
        return sql.sql("""
                select c.name, c.made_at, c.filled_at, (select count(*) from programme.place p where p.cohort_id = c.id) as places,
                       count(e.id) filter (where e.status in ('STARTED', 'SUSPENDED')) as coming, count(e.id) filter (where e.status in ('OFFERED', 'PLACED')) as kept
                  from programme.cohort c left join programme.enrolment e on e.cohort_id = c.id
                 where c.organisation_id = access.organisation() and c.side = access.side() and c.ended_at is null group by c.id order by c.first_at, c.id limit :most
                """).param("most", MOST).query((row, number) -> new Fill(row.getString("name"), row.getInt("places"), row.getInt("coming"), row.getInt("kept"), Times.instant(row, "made_at"), Times.instantOrNull(row, "filled_at"))).list();
    }

    /** One week, by its Monday. @param places commissioned at its end @param coming who had started and not ended by then @param began who began to wait in it */
    public record Week(LocalDate monday, int places, int coming, int began) {
        /** In hundredths of the places; null where there were none. */
        public @Nullable Integer rate() {
            return places == 0 ? null : Math.round(100f * coming / places);
        }
    }

    /** The last weeks, the oldest first. */
    public List<Week> weeks(Actor.Worker me) {
        mustBeHere(me);
        return sql.sql("""
                select w.w::date as monday,
                       (select count(*) from programme.cohort c join programme.place p on p.cohort_id = c.id where c.organisation_id = access.organisation() and c.side = access.side() and c.first_at < least(w.ends, :now) and (c.ended_at is null or c.ended_at >= least(w.ends, :now))) as places,
                       (select count(*) from programme.enrolment e where e.organisation_id = access.organisation() and e.side = access.side() and e.started_at < least(w.ends, :now) and (e.ended_at is null or e.ended_at >= least(w.ends, :now))) as coming,
                       (select count(*) from programme.enrolment e where e.organisation_id = access.organisation() and e.side = access.side() and e.waiting_since >= w.begins and e.waiting_since < w.ends) as began
                  from (select g as w, g at time zone 'Europe/London' as begins, (g + interval '7 days') at time zone 'Europe/London' as ends from generate_series(:first::timestamp, :last::timestamp, interval '7 days') g) w
                 order by 1
                """).param("now", Times.at(clock.instant())).param("first", monday().minusWeeks(WEEKS - 1L)).param("last", monday())
                .query((row, number) -> new Week(row.getObject("monday", LocalDate.class), row.getInt("places"), row.getInt("coming"), row.getInt("began"))).list();
    }

    public LocalDate monday() {
        return Times.day(clock.instant()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Who waits now. @param median and {@code longest} in days @param byLength how many wait up to 2, 4, 8, 13 weeks, and longer */
    public record Waiting(int people, int first, int median, int longest, List<Integer> byLength) {}

    public Waiting waiting(Actor.Worker me) {
        mustBeHere(me);
        return sql.sql("""
                select count(*) as people, count(*) filter (where priority) as first, coalesce(percentile_cont(0.5) within group (order by days), 0)::int as median, coalesce(max(days), 0)::int as longest,
                       array [count(*) filter (where days < 14), count(*) filter (where days >= 14 and days < 28), count(*) filter (where days >= 28 and days < 56), count(*) filter (where days >= 56 and days < 91), count(*) filter (where days >= 91)]::int[] as lengths
                  from (select priority, floor(extract(epoch from :now::timestamptz - waiting_since) / 86400) as days from programme.enrolment where organisation_id = access.organisation() and side = access.side() and status = 'WAITING') w
                """).param("now", Times.at(clock.instant())).query((row, number) -> new Waiting(row.getInt("people"), row.getInt("first"), row.getInt("median"), row.getInt("longest"), List.of((Integer[]) row.getArray("lengths").getArray()))).single();
    }

    /** Those who left before the end within a year, by the last session they were at; 0 for those who came to none. @param people how many */
    public record Left(int session, int people) {}

    public List<Left> left(Actor.Worker me) {
        mustBeHere(me);
        return sql.sql("""
                select last, count(*) as people from (
                  select coalesce(max(s.number) filter (where a.mark in ('ATTENDED', 'LATE', 'LEFT_EARLY')), 0) as last
                    from programme.enrolment e left join programme.attendance a on a.enrolment_id = e.id left join programme.session s on s.id = a.session_id
                   where e.organisation_id = access.organisation() and e.side = access.side() and e.status = 'LEFT' and e.started_at is not null and e.ended_at >= :since group by e.id) l
                 group by last order by last
                """).param("since", Times.at(yearAgo())).query((row, number) -> new Left(row.getInt("last"), row.getInt("people"))).list();
    }

    /** Where everybody is: those who ended within a year, and everybody else. Whoever left without ever starting is not among them. */
    public Map<Status, Integer> standing(Actor.Worker me) {
        mustBeHere(me);
        Map<Status, Integer> standing = new EnumMap<>(Status.class);
        sql.sql("""
                select status, count(*) as people from programme.enrolment where organisation_id = access.organisation() and side = access.side() and (ended_at is null or ended_at >= :since and started_at is not null) group by status
                """).param("since", Times.at(yearAgo())).query((row, number) -> standing.put(Status.valueOf(row.getString("status")), row.getInt("people"))).list();
        return standing;
    }

    private Instant yearAgo() {
        return Times.london(clock.instant()).minusYears(1).toInstant();
    }

    private static void mustBeHere(Actor.Worker me) {
        if (me.side() != Side.CHANGE) throw new NotFound();
        me.mustBe(ROLES);
    }
}
