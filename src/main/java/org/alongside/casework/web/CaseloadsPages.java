package org.alongside.casework.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.casework.Apart;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Weights;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts per worker: no client is named, so nothing is written to the trail. */
@Component
@Transactional(readOnly = true)
class CaseloadsPages {
    private final JdbcClient sql;
    private final Organisations organisations;
    private final Apart apart;
    private final Weights weights;
    private final Clock clock;

    CaseloadsPages(JdbcClient sql, Organisations organisations, Apart apart, Weights weights, Clock clock) {
        this.sql = sql;
        this.organisations = organisations;
        this.apart = apart;
        this.weights = weights;
        this.clock = clock;
    }

    private record Row(UUID workerId, int open, int screening, int weight, int reviewsOverdue, int actionsOverdue, int withoutContact) {}

    private record Waits(int withoutWorker, @Nullable OffsetDateTime withoutWorkerSince, int withoutContact, @Nullable OffsetDateTime withoutContactSince, int crises, int outside) {}

    /** @param typed what was typed into a form that was refused; null for what is decided */
    CaseloadsPage page(@Nullable Map<String, String> typed, Problems problems, Actor.Worker me) {
        // Safety: a case that a lead keeps this manager apart from is not in the counts either, or the difference to the lists would tell of it.
        UUID[] kept = apart.from(me).toArray(UUID[]::new);
        Map<UUID, Row> carried = sql.sql("""
                select c.worker_id, count(*) filter (where c.status = 'OPEN') as open, count(*) filter (where c.status = 'SCREENING') as screening,
                       sum(coalesce((select w.weight from casework.weight w where w.organisation_id = c.organisation_id and w.side = c.side
                           and w.cases = case when c.status = 'SCREENING' then 'SCREENING' else coalesce((select r.standing from casework.review r where r.case_id = c.id and r.kind = 'ASSESSMENT'), 'NOT_JUDGED') end), 1)) as weight,
                       coalesce(sum((select count(*) from casework.review r where r.case_id = c.id and r.review_on < :today)), 0) as reviews_overdue,
                       coalesce(sum((select count(*) from casework.action a where a.case_id = c.id and a.done_on is null and a.due_on < :today)), 0) as actions_overdue,
                       count(*) filter (where not exists (select from casework.moment m where m.case_id = c.id and m.kind = 'CONTACT')) as without_contact
                  from casework.client_case c where c.status <> 'CLOSED' and c.worker_id is not null and c.id <> all (:kept) group by c.worker_id
                """).param("kept", kept).param("today", Times.day(clock.instant())).query(Row.class).list().stream().collect(Collectors.toMap(Row::workerId, row -> row));
        List<Colleague> here = organisations.colleagues().stream().filter(colleague -> colleague.side() == me.side() && CaseRoles.mayHoldCases(colleague.roles())).toList();
        List<UUID> ids = here.stream().map(colleague -> colleague.id().id()).toList();
        Stream<CaseloadsPage.Load> left = carried.values().stream().filter(row -> !ids.contains(row.workerId)).map(row -> load(organisations.nameOf(new WorkerId(row.workerId)), true, row));
        Stream<CaseloadsPage.Load> working = here.stream().map(colleague -> load(colleague.name(), false, carried.get(colleague.id().id())));
        List<CaseloadsPage.Load> loads = Stream.concat(left, working.sorted(Comparator.comparingInt(CaseloadsPage.Load::weight).reversed())).toList();
        return new CaseloadsPage(loads, waits(kept), me.side() == Side.CHANGE, weights(typed, me), problems);
    }

    private List<CaseloadsPage.Weight> weights(@Nullable Map<String, String> typed, Actor.Worker me) {
        if (me.side() == null) return List.of();
        return weights.all(me.side()).entrySet().stream().map(one -> {
            String field = "weight-" + one.getKey();
            return new CaseloadsPage.Weight(field, said(one.getKey(), me.side()), typed == null ? String.valueOf(one.getValue()) : typed.getOrDefault(field, ""));
        }).toList();
    }

    private static String said(String kind, Side side) {
        return switch (kind) {
            case Weights.SCREENING -> "Being screened";
            case Weights.NOT_JUDGED -> side == Side.SUPPORT ? "Open, danger not judged yet" : "Open";
            default -> "Open, " + kind.toLowerCase(Locale.UK) + " danger";
        };
    }

    private CaseloadsPage.Waits waits(UUID[] kept) {
        Waits waits = sql.sql("""
                select count(*) filter (where worker_id is null) as without_worker, min(opened_at) filter (where worker_id is null) as without_worker_since,
                       count(*) filter (where quiet) as without_contact, min(opened_at) filter (where quiet) as without_contact_since,
                       (select count(*) from casework.crisis where details_at is null and case_id <> all (:kept)) as crises,
                       (select count(*) from casework.contact k join casework.moment m on m.id = k.id where k.despite is not null and m.happened_at > :week and m.case_id <> all (:kept)) as outside
                  from (select c.*, not exists (select from casework.moment m where m.case_id = c.id and m.kind = 'CONTACT') as quiet from casework.client_case c where c.status <> 'CLOSED' and c.id <> all (:kept)) c
                """).param("kept", kept).param("week", Times.at(clock.instant().minus(Duration.ofDays(7)))).query(Waits.class).single();
        return new CaseloadsPage.Waits(waits.withoutWorker, instant(waits.withoutWorkerSince), waits.withoutContact, instant(waits.withoutContactSince), waits.crises, waits.outside);
    }

    private static CaseloadsPage.Load load(String name, boolean left, @Nullable Row row) {
        return row == null ? new CaseloadsPage.Load(name, left, 0, 0, 0, 0, 0, 0)
                : new CaseloadsPage.Load(name, left, row.open, row.screening, row.weight, row.reviewsOverdue, row.actionsOverdue, row.withoutContact);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
