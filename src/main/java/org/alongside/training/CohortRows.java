package org.alongside.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.shared.NotFound;
import org.alongside.shared.Sector;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads cohorts with their course, sessions and limits in one query, the next first. */
@Component
class CohortRows {
    private final JdbcClient sql;

    CohortRows(JdbcClient sql) {
        this.sql = sql;
    }

    Cohort one(UUID id) {
        return read("h.id = :id", Map.of("id", id)).stream().findFirst().orElseThrow(() -> new NotFound("cohort", id));
    }

    List<Cohort> read(String which, Map<String, ?> given) {
        Map<UUID, Cohort> found = new LinkedHashMap<>();
        Map<UUID, List<Session>> sessions = new LinkedHashMap<>();
        sql.sql("""
                select h.id, h.organisation_id, h.online, h.place, h.capacity, h.offer_hours, h.evaluation_id, h.taken, h.waiting, h.published_at, h.called_off_at, h.told_after_at,
                       c.id as course_id, c.title, c.title_cy, c.about, c.about_cy, s.id as session_id, s.starts_at, s.ends_at,
                       (select string_agg(l.sector || '=' || l.places, ',') from training.sector_limit l where l.cohort_id = h.id) as limits
                  from training.cohort h join training.course c on c.id = h.course_id left join training.session s on s.cohort_id = h.id
                 where %s order by (select min(first.starts_at) from training.session first where first.cohort_id = h.id) nulls last, h.id, s.starts_at, s.id limit 2000
                """.formatted(which)).params(given).query(row -> {
            UUID id = row.getObject("id", UUID.class), session = row.getObject("session_id", UUID.class);
            if (!found.containsKey(id)) found.put(id, cohort(row, id));
            if (session != null) sessions.computeIfAbsent(id, any -> new ArrayList<>()).add(new Session(session, Times.instant(row, "starts_at"), Times.instant(row, "ends_at")));
        });
        return found.values().stream().map(one -> new Cohort(one.id(), one.organisation(), one.course(), one.online(), one.place(), one.capacity(), one.offerHours(), one.evaluation(), one.limits(), sessions.getOrDefault(one.id(), List.of()), one.taken(), one.waiting(),
                one.publishedAt(), one.calledOffAt(), one.toldAfterAt())).toList();
    }

    private static Cohort cohort(ResultSet row, UUID id) throws SQLException {
        Map<Sector, Integer> limits = new EnumMap<>(Sector.class);
        String written = row.getString("limits");
        if (written != null) for (String limit : written.split(",")) limits.put(Sector.valueOf(limit.substring(0, limit.indexOf('='))), Integer.valueOf(limit.substring(limit.indexOf('=') + 1)));
        return new Cohort(id, new OrganisationId(row.getObject("organisation_id", UUID.class)), new Course(row.getObject("course_id", UUID.class), row.getString("title"), row.getString("title_cy"), row.getString("about"), row.getString("about_cy")),
                row.getBoolean("online"), row.getString("place"), row.getInt("capacity"), row.getInt("offer_hours"), row.getObject("evaluation_id", UUID.class), limits, List.of(), row.getInt("taken"), row.getInt("waiting"),
                Times.instantOrNull(row, "published_at"), Times.instantOrNull(row, "called_off_at"), Times.instantOrNull(row, "told_after_at"));
    }
}
