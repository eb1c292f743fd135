package org.alongside.casework.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.MomentKind;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A case and a page of its timeline, in one query. */
@Component
@Transactional
class TimelinePages {
    static final int PAGE = 50;
    private static final String CASE_AND_MOMENTS = "select " + CaseRow.COLUMNS + """
            , m.id as moment_id, m.kind, m.happened_at, m.recorded_at, m.worker_id as by_id, m.headline, m.words, m.path
              from casework.client_case c
              left join lateral (
                   select * from casework.moment t
                    where t.case_id = c.id and (t.happened_at, t.id) < (:before, :beforeId) %s
                    order by t.happened_at desc, t.id desc limit :limit) m on true
             where c.id = :case order by m.happened_at desc, m.id desc""";
    private static final String ALL = CASE_AND_MOMENTS.formatted("");
    private static final String OF_A_KIND = CASE_AND_MOMENTS.formatted("and t.kind = :kind");

    private final JdbcClient sql;
    private final CaseBars bars;
    private final Organisations organisations;
    private final Seal seal;
    private final Clock clock;

    TimelinePages(JdbcClient sql, CaseBars bars, Organisations organisations, Seal seal, Clock clock) {
        this.sql = sql;
        this.bars = bars;
        this.organisations = organisations;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param before where the page begins, as an earlier page said; the newest page when it is missing or makes no sense */
    TimelinePage page(UUID id, @Nullable MomentKind kind, @Nullable String before) {
        return page(id, kind, Place.of(before), PAGE);
    }

    /** The first few, for the case's first page. */
    TimelinePage newest(UUID id, int few) {
        return page(id, null, Place.NEWEST, few);
    }

    private TimelinePage page(UUID id, @Nullable MomentKind kind, Place before, int size) {
        JdbcClient.StatementSpec query = sql.sql(kind == null ? ALL : OF_A_KIND).param("case", id).param("today", Times.day(clock.instant())).param("limit", size + 1)
                .param("before", Times.at(before.at())).param("beforeId", before.id());
        Read read = (kind == null ? query : query.param("kind", kind.name())).query((ResultSetExtractor<Read>) rows -> read(rows, id));
        List<MomentRow> moments = read.moments.size() > size ? read.moments.subList(0, size) : read.moments;
        MomentRow last = moments.isEmpty() ? null : moments.get(moments.size() - 1);
        return new TimelinePage(bars.look(read.row), moments, kind, before.equals(Place.NEWEST), read.moments.size() > size && last != null ? new Place(last.at(), last.id()).typed() : null);
    }

    private record Read(CaseRow row, List<MomentRow> moments) {}

    private Read read(ResultSet rows, UUID id) throws SQLException {
        CaseRow row = null;
        List<MomentRow> moments = new ArrayList<>();
        Map<UUID, String> names = new HashMap<>();
        while (rows.next()) {
            if (row == null) row = CaseRow.of(rows);
            if (rows.getObject("moment_id") != null) moments.add(moment(rows, names));
        }
        if (row == null) throw new NotFound("case", id);
        return new Read(row, moments);
    }

    private MomentRow moment(ResultSet row, Map<UUID, String> names) throws SQLException {
        UUID id = row.getObject("moment_id", UUID.class);
        Instant at = Times.instant(row, "happened_at");
        Instant recordedAt = Times.instant(row, "recorded_at");
        String by = names.computeIfAbsent(row.getObject("by_id", UUID.class), worker -> organisations.nameOf(new WorkerId(worker)));
        return new MomentRow(id, MomentKind.valueOf(row.getString("kind")), at, recordedAt, !Times.day(at).equals(Times.day(recordedAt)), by, row.getString("headline"),
                seal.open(row.getBytes("words"), "casework.moment.words", id), row.getString("path"));
    }
}
