package org.alongside.comments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Limits;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens to comments as time passes: somebody is told that one waits, told again when a promise is not kept, and in the end they are forgotten. As the job "comments". */
@Component
@Transactional
class CommentClock {
    static final Duration ROUND = Duration.ofMinutes(30), DRAFT = Duration.ofHours(1), LEAD = Duration.ofHours(1);
    static final Duration SENT_BACK = Duration.ofDays(90), HIDDEN = Duration.ofDays(365), TAKEN_BACK = Duration.ofDays(30), SPAM = Duration.ofDays(30), SHOWN = Duration.ofDays(3 * 365);
    private static final Duration SAME_WORDS = Duration.ofHours(24), AGAIN = Duration.ofHours(4), SOON = Duration.ofMinutes(10);
    private final Messages messages;
    private final Organisations organisations;
    private final Limits limits;
    private final JdbcClient sql;
    private final Clock clock;

    CommentClock(Messages messages, Organisations organisations, Limits limits, JdbcClient sql, Clock clock) {
        this.messages = messages;
        this.organisations = organisations;
        this.limits = limits;
        this.sql = sql;
        this.clock = clock;
    }

    private record Arrived(UUID conversationId, CommentState state, boolean isSpam, String wordsKey, OffsetDateTime writtenAt) {}

    /** Something came, or came back, or somebody is worried about it. */
    void arrived(OrganisationId organisation, UUID id) {
        Arrived its = sql.sql("select conversation_id, state, is_spam, words_key, written_at from comments.comment where id = :id and told_at is null for update").param("id", id).query(Arrived.class).optional().orElse(null);
        if (its == null) return;
        // Safety: a safeguarding lead hears of it at once.
        if (its.state == CommentState.SAFEGUARDING) tell(organisation, "lead", SOON, "/desk/comments/safeguarding", Role.SAFEGUARDING_LEAD);
        if (its.state == CommentState.HELD && !its.isSpam) {
            if (isTwice(id, its)) sql.sql("update comments.comment set is_spam = true where id = :id").param("id", id).update();
            else tell(organisation, "waiting", AGAIN, "/desk/comments", organisations.withRole(organisation, null, Role.MODERATOR).isEmpty() ? Role.MANAGER : Role.MODERATOR);
        }
        sql.sql("update comments.comment set told_at = :now where id = :id").param("now", Times.at(clock.instant())).param("id", id).update();
    }

    /** Whether the same words came shortly before: machines send them many times. */
    private boolean isTwice(UUID id, Arrived its) {
        return !sql.sql("select 1 from comments.comment where words_key = :key and id <> :id and conversation_id = :conversation and written_at > :since and (written_at, id) < (:written, :id) limit 1").param("key", its.wordsKey).param("id", id)
                .param("conversation", its.conversationId).param("since", its.writtenAt.minus(SAME_WORDS)).param("written", its.writtenAt).query(Integer.class).list().isEmpty();
    }

    /** Twice an hour, for all of an organisation. @return when again; empty where nothing is talked about */
    Optional<Instant> round(OrganisationId organisation) {
        Instant now = clock.instant();
        // Safety: what nobody looked at within an hour is told to the leads once more, and to managers.
        if (is("select exists (select from comments.comment where state = 'SAFEGUARDING' and written_at <= :then)", now.minus(LEAD))) tell(organisation, "lead-again", LEAD, "/desk/comments/safeguarding", Role.SAFEGUARDING_LEAD, Role.MANAGER);
        if (is("select exists (select from comments.comment where state = 'HELD' and not is_spam and due_at <= :then)", now)) tell(organisation, "overdue", AGAIN, "/desk/comments", Role.MODERATOR, Role.MANAGER);
        forget(now);
        return is("select :then::timestamptz is not null and exists (select from comments.conversation)", now) ? Optional.of(now.plus(ROUND)) : Optional.empty();
    }

    private void forget(Instant now) {
        until("update comments.comment set state = 'WITHDRAWN', " + Comments.WORDS_GO + ", decided_at = :now where state = 'RETURNED' and decided_at <= :then", now, SENT_BACK);
        until("update comments.comment set state = 'WITHDRAWN', " + Comments.WORDS_GO + ", decided_at = :now where state = 'PUBLISHED' and decided_at <= :then", now, SHOWN);
        until("delete from comments.comment where state = 'WITHDRAWN' and greatest(written_at, decided_at) <= :then and :now::timestamptz is not null", now, TAKEN_BACK);
        until("delete from comments.comment where state = 'HIDDEN' and decided_at <= :then and :now::timestamptz is not null", now, HIDDEN);
        until("delete from comments.comment where state = 'HELD' and is_spam and written_at <= :then and :now::timestamptz is not null", now, SPAM);
        until("delete from comments.draft where typed_at <= :then and :now::timestamptz is not null", now, DRAFT);
        until("delete from comments.report r where reported_at <= :then and :now::timestamptz is not null and not exists (select from comments.comment c where c.id = r.comment_id)", now, Duration.ZERO);
    }

    private void until(String what, Instant now, Duration kept) {
        sql.sql(what).param("now", Times.at(now)).param("then", Times.at(now.minus(kept))).update();
    }

    private boolean is(String question, Instant then) {
        return sql.sql(question).param("then", Times.at(then)).query(Boolean.class).single();
    }

    /** One notice for many comments: a flood of words must not become a flood of mail. */
    private void tell(OrganisationId organisation, String what, Duration per, String path, Role... roles) {
        if (!limits.allow("comments-told/" + what, organisation.id().toString(), 1, per)) return;
        List<WorkerId> all = Stream.of(roles).flatMap(role -> organisations.withRole(organisation, null, role).stream()).distinct().toList();
        all.forEach(worker -> messages.notice(organisation, null, worker, path));
    }
}
