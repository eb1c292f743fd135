package org.alongside.casework.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.Apart;
import org.alongside.casework.CaseStatus;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists of cases, newest first, fifty at a time. */
@Component
@Transactional
class CasesPages {
    private static final int PAGE = 50;
    private static final String OVERDUE = """
            c.status <> 'CLOSED' and ((select min(a.due_on) from casework.action a where a.case_id = c.id and a.done_on is null) < :today
             or (select min(r.review_on) from casework.review r where r.case_id = c.id) < :today)""";
    // A case whose worker has left waits like one that never had a worker.
    private static final String WAITING = "c.status <> 'CLOSED' and (c.worker_id is null or not c.worker_id = any (:here))";
    private final JdbcClient sql;
    private final Organisations organisations;
    private final Apart apart;
    private final AuditTrail audit;
    private final Clock clock;

    CasesPages(JdbcClient sql, Organisations organisations, Apart apart, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.organisations = organisations;
        this.apart = apart;
        this.audit = audit;
        this.clock = clock;
    }

    CasesPage page(CasesPage.List of, @Nullable String before, Actor.Worker me) {
        Map<UUID, String> here = organisations.colleagues().stream().collect(Collectors.toMap(colleague -> colleague.id().id(), colleague -> colleague.name()));
        Place after = Place.of(before);
        List<Row> rows = rows(of, after, here.keySet(), me);
        boolean more = rows.size() > PAGE;
        // Safety: a case that a lead keeps this worker apart from is not on their lists.
        Set<UUID> kept = apart.kept(rows.stream().map(Row::id).toList());
        List<Row> shown = (more ? rows.subList(0, PAGE) : rows).stream().filter(row -> !kept.contains(row.id)).toList();
        audit.listed("case", of.code(), shown.stream().map(Row::id).toList());
        Map<UUID, String> names = new HashMap<>(here);
        return new CasesPage(of, shown.stream().map(row -> row.shown(names, here.keySet(), organisations)).toList(), counts(here.keySet(), me), after.equals(Place.NEWEST),
                more ? new Place(rows.get(PAGE - 1).openedAt.toInstant(), rows.get(PAGE - 1).id).typed() : null, me.side() == Side.CHANGE);
    }

    private List<Row> rows(CasesPage.List of, Place after, Set<UUID> here, Actor.Worker me) {
        return sql.sql("""
                select c.id, c.reference, c.client_name, c.status, c.worker_id, c.opened_at,
                       (select max(m.happened_at) from casework.moment m where m.case_id = c.id and m.kind = 'CONTACT') as last_contact_at,
                       (select count(*) from casework.action a where a.case_id = c.id and a.done_on is null and a.due_on < :today) as actions_overdue,
                       (select count(*) from casework.review r where r.case_id = c.id and r.review_on < :today) as reviews_overdue,
                       exists (select from casework.crisis k where k.case_id = c.id and k.details_at is null) as crisis_open
                  from (select c.* from casework.client_case c
                         where (c.opened_at, c.id) < (:before, :beforeId) and %s
                         order by c.opened_at desc, c.id desc limit :limit) c
                 order by c.opened_at desc, c.id desc
                """.formatted(where(of)))
                .param("today", Times.day(clock.instant())).param("before", Times.at(after.at())).param("beforeId", after.id()).param("me", me.worker().id()).param("here", here.toArray(UUID[]::new)).param("limit", PAGE + 1)
                .query(Row.class).list();
    }

    private static String where(CasesPage.List of) {
        return switch (of) {
            case MINE -> "c.worker_id = :me and c.status <> 'CLOSED'";
            case TEAM -> "c.status <> 'CLOSED'";
            case OVERDUE -> OVERDUE;
            case WAITING -> WAITING;
            case CLOSED -> "c.status = 'CLOSED'";
        };
    }

    private CasesPage.Counts counts(Set<UUID> here, Actor.Worker me) {
        return sql.sql("select count(*) filter (where c.worker_id = :me) as mine, count(*) filter (where " + OVERDUE + ") as overdue, count(*) filter (where " + WAITING
                        + ") as waiting from casework.client_case c where c.status <> 'CLOSED'")
                .param("today", Times.day(clock.instant())).param("me", me.worker().id()).param("here", here.toArray(UUID[]::new)).query(CasesPage.Counts.class).single();
    }

    private record Row(UUID id, String reference, String clientName, CaseStatus status, @Nullable UUID workerId, OffsetDateTime openedAt, @Nullable OffsetDateTime lastContactAt,
            int actionsOverdue, int reviewsOverdue, boolean crisisOpen) {
        CasesPage.Row shown(Map<UUID, String> names, Set<UUID> here, Organisations organisations) {
            UUID worker = workerId;
            String name = worker == null ? null : names.computeIfAbsent(worker, id -> organisations.nameOf(new WorkerId(id)));
            Instant contact = lastContactAt == null ? null : lastContactAt.toInstant();
            return new CasesPage.Row(id, reference, clientName, status, name, worker != null && !here.contains(worker), openedAt.toInstant(), contact, actionsOverdue, reviewsOverdue, crisisOpen);
        }
    }
}
