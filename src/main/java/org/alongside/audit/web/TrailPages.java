package org.alongside.audit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class TrailPages {
    private static final int PAGE = 50;
    private final JdbcClient sql;
    private final AuditTrail trail;
    private final Organisations organisations;

    TrailPages(JdbcClient sql, AuditTrail trail, Organisations organisations) {
        this.sql = sql;
        this.trail = trail;
        this.organisations = organisations;
    }

    record Entry(long sequence, Instant at, @Nullable UUID workerId, @Nullable String job, String act, String kind, @Nullable UUID subjectId, int count, String detail) {}

    TrailPage show(Actor.Worker me, TrailFilter filter) {
        me.mustBe(Role.PRIVACY_LEAD, Role.SAFEGUARDING_LEAD);
        Problems problems = new Problems();
        TrailFilter.Wanted wanted = filter.read(problems);
        List<Entry> entries = problems.isEmpty() ? entries(wanted) : List.of();
        // Safety: whoever watches is watched too.
        trail.looked("trail", wanted.subject() == null ? me.organisation().id() : wanted.subject());
        TrailWords words = new TrailWords(organisations.names());
        List<TrailPage.Line> lines = entries.stream().limit(PAGE)
                .map(entry -> new TrailPage.Line(entry.at, words.say(entry), entry.subjectId == null ? null : entry.subjectId.toString(), entry.act.equals("REFUSED"))).toList();
        List<Option> workers = words.names().known().entrySet().stream().map(worker -> new Option(worker.getKey().id().toString(), worker.getValue())).toList();
        return new TrailPage(lines, filter, workers, wanted.before() == null ? null : filter.path(null),
                entries.size() > PAGE ? filter.path(entries.get(PAGE - 1).sequence) : null, problems);
    }

    private List<Entry> entries(TrailFilter.Wanted wanted) {
        LocalDate day = wanted.day();
        return sql.sql("""
                select sequence, at, worker_id, job, act, kind, subject_id, coalesce(cardinality(subject_ids), 0) as count, detail
                  from audit.entry
                 where organisation_id = access.organisation()
                   and (:before::bigint is null or sequence < :before)
                   and (:subject::uuid is null or subject_id = :subject or :subject = any (subject_ids))
                   and (:worker::uuid is null or worker_id = :worker)
                   and (:act::text is null or act = :act)
                   and (:from::timestamptz is null or at >= :from) and (:to::timestamptz is null or at < :to)
                 order by sequence desc limit :limit
                """)
                .param("before", wanted.before()).param("subject", wanted.subject()).param("worker", wanted.worker()).param("act", wanted.act())
                .param("from", day == null ? null : start(day)).param("to", day == null ? null : start(day.plusDays(1))).param("limit", PAGE + 1)
                .query(Entry.class).list();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Times.LONDON).toOffsetDateTime();
    }
}
