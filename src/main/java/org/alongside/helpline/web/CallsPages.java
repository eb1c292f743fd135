package org.alongside.helpline.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.helpline.HelplineContact.Caller;
import org.alongside.helpline.HelplineContact.Channel;
import org.alongside.helpline.HelplineContact.Done;
import org.alongside.helpline.HelplineContact.Issue;
import org.alongside.helpline.HelplineContact.SafeNow;
import org.alongside.helpline.HelplineLog;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The helpline log, read. */
@Component
@Transactional
class CallsPages {
    private static final int PAGE = 50;
    private static final Role[] READERS = {Role.VOLUNTEER, Role.HELPLINE, Role.SUPPORT_WORKER, Role.CHILDRENS_WORKER, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.FACILITATOR, Role.PARTNER_SUPPORT};
    private final JdbcClient sql;
    private final Seal seal;
    private final Organisations organisations;
    private final AuditTrail trail;

    CallsPages(JdbcClient sql, Seal seal, Organisations organisations, AuditTrail trail) {
        this.sql = sql;
        this.seal = seal;
        this.organisations = organisations;
        this.trail = trail;
    }

    private record Fact(UUID id, UUID workerId, Channel channel, Instant startedAt, int minutes, Caller caller, String area, Issue issue, SafeNow safeNow, String done,
            String signpost, @Nullable Boolean calledBefore, boolean referred, byte @Nullable [] note) {}

    /** One day's contacts, the latest first, fifty at a time. */
    CallsPage day(LocalDate day, @Nullable Cursor after, Actor.Worker me) {
        me.mustBe(READERS);
        Instant from = day.atStartOfDay(Times.LONDON).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(Times.LONDON).toInstant();
        Cursor start = after == null ? new Cursor(to, new UUID(-1, -1)) : after;
        List<Fact> facts = sql.sql("""
                select id, worker_id, channel, started_at, minutes, caller, area, issue, safe_now, array_to_string(done, ',') as done, signpost, called_before, referred, note from helpline.contact
                 where started_at >= :from and started_at < :to and (started_at, id) < (:at, :id) order by started_at desc, id desc limit :limit
                """).param("from", Times.at(from)).param("to", Times.at(to)).param("at", Times.at(start.at())).param("id", start.id()).param("limit", PAGE + 1).query(Fact.class).list();
        Map<WorkerId, String> names = organisations.colleagues().stream().collect(Collectors.toMap(Colleague::id, Colleague::name, (one, same) -> one));
        List<CallsPage.Row> rows = facts.stream().limit(PAGE).map(fact -> row(fact, names::get)).toList();
        trail.listed("helpline contact", "calls of a day", rows.stream().map(CallsPage.Row::id).toList());
        Fact last = facts.size() > PAGE ? facts.get(PAGE - 1) : null;
        return new CallsPage(day, rows, counts(from, to), last == null ? null : new Cursor(last.startedAt, last.id));
    }

    CallPage one(UUID id, Actor.Worker me) {
        me.mustBe(READERS);
        Fact fact = sql.sql("""
                select id, worker_id, channel, started_at, minutes, caller, area, issue, safe_now, array_to_string(done, ',') as done, signpost, called_before, referred, note from helpline.contact where id = :id
                """).param("id", id).query(Fact.class).optional().orElseThrow(() -> new NotFound("helpline contact", id));
        trail.looked("helpline contact", id);
        String note = seal.open(fact.note, HelplineLog.NOTE, id);
        return new CallPage(row(fact, organisations::nameOf), note == null ? "" : note, fact.calledBefore);
    }

    private Map<Caller, Integer> counts(Instant from, Instant to) {
        record Count(Caller caller, int number) {}
        return sql.sql("select caller, count(*) as number from helpline.contact where started_at >= :from and started_at < :to group by caller")
                .param("from", Times.at(from)).param("to", Times.at(to)).query(Count.class).list().stream().collect(Collectors.toMap(Count::caller, Count::number));
    }

    private static CallsPage.Row row(Fact fact, Function<WorkerId, @Nullable String> names) {
        String name = names.apply(new WorkerId(fact.workerId));
        return new CallsPage.Row(fact.id, fact.startedAt, fact.minutes, fact.channel, fact.caller, fact.area, fact.issue, fact.safeNow,
                Stream.of(fact.done.split(",")).filter(done -> !done.isEmpty()).map(Done::valueOf).toList(), fact.signpost, fact.referred, name == null ? "A former colleague" : name);
    }
}
