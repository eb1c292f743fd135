package org.alongside.casework.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.casework.CaseStatus;
import org.alongside.casework.web.CaseBar.Word;
import org.alongside.shared.Times;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;

/** The facts of one case that every page of it shows, as the database gives them. */
record CaseRow(UUID id, String reference, CaseStatus status, Side side, UUID personId, @Nullable UUID workerId, Instant openedAt, @Nullable Instant closedAt, boolean locked, CaseBar.Counts counts) {
    /** {@code :today} is the day in London. Each count is read from an index of this case alone. */
    static final String COLUMNS = """
            c.id, c.reference, c.status, c.side, c.person_id, c.worker_id, c.opened_at, c.closed_at, c.locked_at is not null as locked,
            (select count(*) from casework.action a where a.case_id = c.id and a.done_on is null) as actions_open,
            (select count(*) from casework.action a where a.case_id = c.id and a.done_on is null and a.due_on < :today) as actions_overdue,
            (select min(a.due_on) from casework.action a where a.case_id = c.id and a.done_on is null) as next_due_on,
            (select count(*) from casework.need n where n.case_id = c.id and n.status in ('OPEN', 'WORKING')) as needs_open,
            (select count(*) from casework.goal g where g.case_id = c.id and g.status = 'ACTIVE') as goals,
            (select count(*) from casework.crisis k where k.case_id = c.id and k.details_at is null) as crises_without_details,
            (select r.review_on from casework.review r where r.case_id = c.id and r.kind = 'ASSESSMENT') as assessment_review_on,
            (select r.standing from casework.review r where r.case_id = c.id and r.kind = 'ASSESSMENT') as danger,
            (select r.standing_colour from casework.review r where r.case_id = c.id and r.kind = 'ASSESSMENT') as danger_colour,
            (select r.review_on from casework.review r where r.case_id = c.id and r.kind = 'PLAN') as plan_review_on,
            (select r.review_on from casework.review r where r.case_id = c.id and r.kind = 'ORDER') as order_review_on,
            (select r.review_on from casework.review r where r.case_id = c.id and r.kind = 'ACCOMMODATION') as place_needed_from""";

    static CaseRow of(ResultSet row) throws SQLException {
        return new CaseRow(row.getObject("id", UUID.class), row.getString("reference"), CaseStatus.valueOf(row.getString("status")), Side.valueOf(row.getString("side")),
                row.getObject("person_id", UUID.class), row.getObject("worker_id", UUID.class), Times.instant(row, "opened_at"), Times.instantOrNull(row, "closed_at"), row.getBoolean("locked"),
                new CaseBar.Counts(row.getInt("actions_open"), row.getInt("actions_overdue"), day(row, "next_due_on"), row.getInt("needs_open"), row.getInt("goals"),
                        row.getInt("crises_without_details"), day(row, "assessment_review_on"), day(row, "plan_review_on"), day(row, "order_review_on"), day(row, "place_needed_from"), danger(row)));
    }

    private static @Nullable Word danger(ResultSet row) throws SQLException {
        String danger = row.getString("danger");
        return danger == null ? null : new Word(danger, row.getString("danger_colour"));
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
