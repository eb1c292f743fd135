package org.alongside.referral.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.matching.Matching;
import org.alongside.matching.RecordKind;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Organisations;
import org.alongside.referral.Answers;
import org.alongside.referral.AskedBack;
import org.alongside.referral.AskingBack;
import org.alongside.referral.Danger;
import org.alongside.referral.FirstContact;
import org.alongside.referral.GateRule;
import org.alongside.referral.QualityGate;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.Referrals;
import org.alongside.referral.Source;
import org.alongside.shared.NotFound;
import org.alongside.rota.Rota;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The inbox, read. Which side's it is, the database decides. */
@Component
@Transactional
class InboxPages {
    static final int PAGE = 50;
    private static final Duration LATELY = Duration.ofDays(30);
    private final JdbcClient sql;
    private final Referrals referrals;
    private final AskingBack asking;
    private final FirstContact firstContact;
    private final Organisations organisations;
    private final Matching matching;
    private final AuditTrail trail;
    private final Rota rota;
    private final Clock clock;

    InboxPages(JdbcClient sql, Referrals referrals, AskingBack asking, FirstContact firstContact, Organisations organisations, Matching matching, AuditTrail trail, Rota rota, Clock clock) {
        this.sql = sql;
        this.referrals = referrals;
        this.asking = asking;
        this.firstContact = firstContact;
        this.organisations = organisations;
        this.matching = matching;
        this.trail = trail;
        this.rota = rota;
        this.clock = clock;
    }

    private record Fact(UUID id, ReferralStatus status, Danger danger, Source source, boolean child, boolean noContact, boolean ownWords, Instant receivedAt, Instant contactDueAt,
            @Nullable UUID screeningById, @Nullable Instant decidedAt) {}

    private static final String COLUMNS = "id, status, danger, source, child, no_contact, own_words, received_at, contact_due_at, screening_by_id, decided_at";

    /** Danger first, then whoever has waited longest. */
    InboxPage waiting(@Nullable InboxCursor after, @Nullable String wrongNumber, Actor.Worker me) {
        InboxCursor start = after == null ? new InboxCursor(-1, Instant.EPOCH, new UUID(0, 0)) : after;
        List<Fact> facts = sql.sql("select " + COLUMNS + """
                 from referral.referral where organisation_id = access.organisation() and side = access.side() and status in ('RECEIVED', 'SCREENING') and (danger_rank, received_at, id) > (:danger, :at, :id)
                 order by danger_rank, received_at, id limit :limit
                """).param("danger", start.danger()).param("at", Times.at(start.at())).param("id", start.id()).param("limit", PAGE + 1).query(Fact.class).list();
        Fact last = facts.size() > PAGE ? facts.get(PAGE - 1) : null;
        String older = last == null ? null : "/desk/inbox?after=" + new InboxCursor(last.danger.ordinal(), last.receivedAt, last.id).written();
        return page(false, facts, older, wrongNumber, me);
    }

    /** The last month's decisions, the latest first. */
    InboxPage decided(@Nullable InboxCursor after, Actor.Worker me) {
        InboxCursor start = after == null ? new InboxCursor(0, Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)) : after;
        List<Fact> facts = sql.sql("select " + COLUMNS + """
                 from referral.referral where organisation_id = access.organisation() and side = access.side() and decided_at > :since and (decided_at, id) < (:at, :id) order by decided_at desc, id desc limit :limit
                """).param("since", Times.at(clock.instant().minus(LATELY))).param("at", Times.at(start.at())).param("id", start.id()).param("limit", PAGE + 1).query(Fact.class).list();
        Fact last = facts.size() > PAGE ? facts.get(PAGE - 1) : null;
        String older = last == null ? null : "/desk/inbox/decided?after=" + new InboxCursor(0, Objects.requireNonNull(last.decidedAt), last.id).written();
        return page(true, facts, older, null, me);
    }

    private InboxPage page(boolean decided, List<Fact> facts, @Nullable String older, @Nullable String wrongNumber, Actor.Worker me) {
        Side side = me.side();
        if (side == null) throw new NotFound();
        me.mustBe(Referrals.READERS);
        // Safety: what a lead keeps apart from this worker is not in their list either.
        Set<UUID> kept = matching.keptApart(RecordKind.REFERRAL, facts.stream().map(Fact::id).toList(), me);
        List<Fact> shown = facts.stream().limit(PAGE).filter(fact -> !kept.contains(fact.id)).toList();
        List<UUID> ids = shown.stream().map(Fact::id).toList();
        Map<WorkerId, String> names = organisations.colleagues().stream().collect(toMap(Colleague::id, Colleague::name, (one, same) -> one));
        Map<UUID, List<InboxPage.Told>> told = told(ids, names);
        Map<UUID, String> callThem = referrals.names(ids);
        Map<UUID, InboxPage.Before> before = side == Side.CHANGE && !decided ? before(shown) : Map.of();
        Instant now = clock.instant();
        trail.listed("referral", decided ? "inbox, decided" : "inbox", ids);
        return new InboxPage(side, decided, shown.stream().map(fact -> new InboxPage.Row(fact.id, fact.status, fact.danger, fact.source, fact.child, fact.noContact, fact.receivedAt, fact.contactDueAt,
                fact.screeningById == null ? null : names.getOrDefault(new WorkerId(fact.screeningById), "a former colleague"), fact.decidedAt,
                callThem.getOrDefault(fact.id, ""), told.getOrDefault(fact.id, List.of()), before.get(fact.id), now)).toList(),
                older, me.is(Role.MANAGER) ? counts(now) : null, firstContact.of(me.organisation()), rota.nowAndNext().stream().map(shift -> new InboxPage.OnDuty(names.getOrDefault(shift.worker(), "a former colleague"), shift.isNow(now), shift.from(), shift.until())).limit(3).toList(), wrongNumber);
    }

    private Map<UUID, InboxPage.Before> before(List<Fact> facts) {
        List<UUID> ids = facts.stream().map(Fact::id).toList();
        Map<UUID, Answers> answers = asking.answers(ids);
        Map<UUID, List<AskedBack>> asked = asking.of(ids);
        return facts.stream().collect(toMap(Fact::id, fact -> {
            List<AskedBack> all = asked.getOrDefault(fact.id, List.of());
            QualityGate gate = AskingBack.gate(answers.getOrDefault(fact.id, new Answers(Map.of())), fact.ownWords, all);
            return new InboxPage.Before(gate.missing().size(), gate.of(GateRule.CONTACT_PUTS_NOBODY_IN_DANGER) == GateRule.Found.DOES_NOT_HOLD, all.stream().filter(AskedBack::isOpen).map(AskedBack::dueAt).findFirst().orElse(null));
        }));
    }

    private Map<UUID, List<InboxPage.Told>> told(List<UUID> ids, Map<WorkerId, String> names) {
        record Row(UUID referralId, String role, @Nullable UUID workerId, Instant toldAt) {}
        return sql.sql("select referral_id, role, worker_id, told_at from referral.told where referral_id = any (:ids) order by told_at, role")
                .param("ids", ids.toArray(UUID[]::new)).query(Row.class).list().stream()
                .collect(groupingBy(Row::referralId, mapping(row -> new InboxPage.Told(row.role.equals("DUTY") ? "Duty worker" : "Manager",
                        row.workerId == null ? "nobody has this role" : names.getOrDefault(new WorkerId(row.workerId), "a former colleague"), row.toldAt), toList())));
    }

    private InboxPage.Counts counts(Instant now) {
        return sql.sql("""
                select count(*) filter (where status = 'RECEIVED') as unread,
                       count(*) filter (where status = 'RECEIVED' and contact_due_at <= :now) as late,
                       count(*) filter (where status = 'SCREENING') as screening,
                       count(*) filter (where status = 'ACCEPTED' and decided_at > :week) as accepted,
                       count(*) filter (where status = 'DECLINED' and decided_at > :week) as declined,
                       count(*) filter (where status = 'PASSED_ON' and decided_at > :week) as passed_on
                  from referral.referral where organisation_id = access.organisation() and side = access.side() and (status in ('RECEIVED', 'SCREENING') or decided_at > :week)
                """).param("now", Times.at(now)).param("week", Times.at(now.minus(Duration.ofDays(7)))).query(InboxPage.Counts.class).single();
    }
}
