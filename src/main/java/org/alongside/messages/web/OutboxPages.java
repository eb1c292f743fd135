package org.alongside.messages.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class OutboxPages {
    private final JdbcClient sql;
    private final Seal seal;
    private final AuditTrail trail;
    private final boolean practice;

    OutboxPages(JdbcClient sql, Seal seal, AuditTrail trail, @Value("${alongside.practice}") boolean practice) {
        this.sql = sql;
        this.seal = seal;
        this.trail = trail;
        this.practice = practice;
    }

    private record Found(UUID id, String kind, @Nullable UUID personId, String subject, byte @Nullable [] body, String state, OffsetDateTime askedAt) {}

    OutboxPage outbox() {
        List<Found> found = sql.sql("""
                select id, kind, person_id, subject, body, state, asked_at from messages.outbox
                 where state in ('GIVEN_UP', 'NOT_SAFE', 'NOT_CONFIRMED') and seen_by is null or state = 'PRACTICE' order by asked_at desc, id limit 50
                """).query(Found.class).list();
        trail.listed("message", "messages", found.stream().map(Found::id).toList());
        return new OutboxPage(rows(found, false), rows(found, true), practice);
    }

    /** A duty worker has seen that this one did not go and does what is needed. */
    void seen(UUID message, Actor.Worker me) {
        int marked = sql.sql("update messages.outbox set seen_by = :me where id = :id and state not in ('WAITING', 'SENT')").param("me", me.worker().id()).param("id", message).update();
        if (marked == 0) throw new NotFound("message", message);
        trail.changed("message", message, "seen that it was not sent");
    }

    private List<OutboxPage.Row> rows(List<Found> found, boolean practised) {
        return found.stream().filter(one -> one.state.equals("PRACTICE") == practised).map(one -> new OutboxPage.Row(one.id, to(one.kind),
                one.personId == null ? null : "/desk/people/" + one.personId, one.subject, why(one.state), one.askedAt.toInstant(),
                practised ? seal.open(one.body, "messages.outbox.body", one.id) : null)).toList();
    }

    private static String to(String kind) {
        return switch (kind) {
            case "PERSON" -> "A person we work with";
            case "NOTICE" -> "A colleague";
            default -> "An address somebody gave for themselves";
        };
    }

    private static String why(String state) {
        return switch (state) {
            case "NOT_SAFE" -> "Not sent: when it was due to leave, e-mail was no longer safe for them.";
            case "NOT_CONFIRMED" -> "Not sent: they did not confirm that the address is theirs.";
            case "PRACTICE" -> "Would have been sent.";
            default -> "Could not be sent, after several tries.";
        };
    }
}
