package org.alongside.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.people.CountedAs;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many people were here in a time, by how each is counted; never who. */
@Service
@Transactional(readOnly = true)
public class Served {
    private final People people;
    private final JdbcClient sql;

    Served(People people, JdbcClient sql) {
        this.people = people;
        this.sql = sql;
    }

    /** Numbers of people, as they are: protect them before anybody else sees them. @param came for whom a case was opened in that time @param supported whose support was under way on a day of it @param waiting who had been taken on by its end, with no worker yet */
    public record Count(int came, int supported, int waiting) {}

    private record Row(PersonId person, boolean came, boolean supported, boolean waiting) {}

    /** Of the manager's organisation and side. Each person is counted once. @param until the last day */
    public Map<CountedAs, Count> between(LocalDate from, LocalDate until, Actor.Worker me) {
        me.mustBe(Role.MANAGER);
        Instant start = from.atStartOfDay(Times.LONDON).toInstant(), end = until.plusDays(1).atStartOfDay(Times.LONDON).toInstant();
        List<Row> rows = sql.sql("""
                select person_id, opened_at >= :start as came, accepted_at < :end and coalesce(allocated_at < :end, false) as supported, accepted_at < :end and coalesce(closed_at >= :end, true) and coalesce(allocated_at >= :end, true) as waiting
                  from casework.client_case where organisation_id = access.organisation() and side = access.side() and opened_at < :end and (closed_at is null or closed_at >= :start)
                """).param("start", Times.at(start)).param("end", Times.at(end))
                .query((row, number) -> new Row(new PersonId(row.getObject("person_id", UUID.class)), row.getBoolean("came"), row.getBoolean("supported"), row.getBoolean("waiting"))).list();
        Map<PersonId, People.Described> described = people.described(rows.stream().map(Row::person).distinct().toList());
        Map<CountedAs, Count> counts = new EnumMap<>(CountedAs.class);
        for (CountedAs counted : CountedAs.values()) {
            List<Row> these = rows.stream().filter(row -> CountedAs.guessed(described.getOrDefault(row.person, People.Described.NOTHING).gender()) == counted).toList();
            counts.put(counted, new Count(people(these.stream().filter(Row::came).toList()), people(these.stream().filter(Row::supported).toList()), people(these.stream().filter(Row::waiting).toList())));
        }
        return counts;
    }

    private static int people(List<Row> rows) {
        return (int) rows.stream().map(Row::person).distinct().count();
    }
}
