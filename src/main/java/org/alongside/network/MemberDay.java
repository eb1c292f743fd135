package org.alongside.network;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Once a day for each member: their year may be over, and there may be something to tell them. Never more than one notice, and none that says of what. */
@Component
@Transactional
class MemberDay {
    /** Those who want news hear of them this often at most. */
    static final Duration WEEK = Duration.ofDays(7), DAY = Duration.ofDays(1);
    private final Messages messages;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    MemberDay(Messages messages, Organisations organisations, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.messages = messages;
        this.organisations = organisations;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    private record Stands(LocalDate until, boolean wantsNews, OffsetDateTime toldAt) {}

    /** As the job "network-day" of their organisation. @return when to look again; empty for whoever is no member any more */
    Optional<Instant> look(OrganisationId organisation, UUID worker) {
        Stands standing = sql.sql("select until, wants_news, told_at from network.member where worker_id = :worker and state = 'CONFIRMED'").param("worker", worker).query(Stands.class).optional().orElse(null);
        if (standing == null) return Optional.empty();
        Instant now = clock.instant();
        LocalDate today = Times.day(now);
        if (today.isAfter(standing.until)) {
            lapse(organisation, worker);
            return Optional.empty();
        }
        Instant told = standing.toldAt.toInstant();
        boolean endsSoon = !told.isAfter(lastDays(standing.until)) && now.isAfter(lastDays(standing.until));
        boolean mayBeTold = !now.isBefore(told.plus(DAY));
        if (mayBeTold && (endsSoon || cameBack(worker, told) || waitsForThem(organisation, worker) || standing.wantsNews && !now.isBefore(told.plus(WEEK)) && isNews(worker, told))) tell(organisation, worker, now);
        return Optional.of(now.plus(DAY));
    }

    private static Instant lastDays(LocalDate until) {
        return Times.morning(until.minusDays(Members.SAID_BEFORE_DAYS));
    }

    private void lapse(OrganisationId organisation, UUID worker) {
        sql.sql("update network.practitioner set shown = false where worker_id = :worker").param("worker", worker).update();
        sql.sql("update network.member set state = 'LAPSED' where worker_id = :worker").param("worker", worker).update();
        audit.changed("network member", worker, "lapsed");
        messages.notice(organisation, null, new WorkerId(worker), "/desk/network");
    }

    private void tell(OrganisationId organisation, UUID worker, Instant now) {
        sql.sql("update network.member set told_at = :now where worker_id = :worker").param("now", Times.at(now)).param("worker", worker).update();
        messages.notice(organisation, null, new WorkerId(worker), "/desk/network");
    }

    private boolean cameBack(UUID worker, Instant since) {
        return is("select exists (select from network.post where author_id = :worker and standing = 'RETURNED' and decided_at > :since)", worker, since);
    }

    private boolean isNews(UUID worker, Instant since) {
        return is("select exists (select from network.post where author_id <> :worker and standing = 'PUBLISHED' and published_at > :since)", worker, since);
    }

    private boolean waitsForThem(OrganisationId organisation, UUID worker) {
        return organisations.withRole(organisation, null, Role.MODERATOR).contains(new WorkerId(worker)) && is("""
                select exists (select from network.post where author_id <> :worker and standing = 'HELD' and :since <= written_at)
                    or exists (select from network.objection r join network.post p on p.id = r.post_id where p.author_id <> :worker)
                """, worker, Instant.EPOCH);
    }

    private boolean is(String question, UUID worker, Instant since) {
        return sql.sql(question).param("worker", worker).param("since", Times.at(since)).query(Boolean.class).single();
    }
}
