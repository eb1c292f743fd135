package org.alongside.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.organisations.Organisations;
import org.alongside.people.Channel;
import org.alongside.people.Decision;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.SafeContact;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends what waits in the outbox, one message in one transaction, so that the gate's answer and the sending are one moment. */
@Component
@Transactional
class Sender {
    static final int TRIES = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private final JdbcClient sql;
    private final Seal seal;
    private final People people;
    private final Organisations organisations;
    private final Post post;
    private final Texting texting;
    private final Clock clock;

    Sender(JdbcClient sql, Seal seal, People people, Organisations organisations, Post post, Texting texting, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.people = people;
        this.organisations = organisations;
        this.post = post;
        this.texting = texting;
        this.clock = clock;
    }

    private record Waiting(UUID id, String kind, @Nullable UUID personId, @Nullable UUID ownAddressId, @Nullable UUID workerId, String subject, byte @Nullable [] body, int attempts,
            byte @Nullable [] email, @Nullable OffsetDateTime confirmedAt, @Nullable OffsetDateTime expiresAt) {}

    /** Sends the message of this id, or every one that waited for this address to be confirmed. Says when to try again, if it must. */
    Optional<Instant> send(OrganisationId organisation, UUID messageOrAddress) {
        List<Waiting> waiting = sql.sql("""
                select o.id, o.kind, o.person_id, o.own_address_id, o.worker_id, o.subject, o.body, o.attempts, a.email, a.confirmed_at, a.expires_at
                  from messages.outbox o left join messages.own_address a on a.id = o.own_address_id
                 where o.state = 'WAITING' and (o.id = :id or o.own_address_id = :id and o.kind = 'OWN_ADDRESS')
                   for update of o skip locked
                """).param("id", messageOrAddress).query(Waiting.class).list();
        return waiting.stream().map(this::one).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private Optional<Instant> one(Waiting message) {
        return switch (message.kind) {
            case "PERSON" -> toPerson(message, new PersonId(message.personId()), Channel.EMAIL);
            case "TEXT" -> toPerson(message, new PersonId(message.personId()), Channel.TEXT);
            case "OWN_ADDRESS" -> toOwnAddress(message);
            // Whoever was asked may have had their address forgotten meanwhile.
            case "CONFIRMATION" -> message.email == null || message.email.length == 0 ? end(message, "GIVEN_UP") : deliver(message, email(message));
            default -> organisations.emailOf(new WorkerId(message.workerId())).map(email -> deliver(message, email)).orElseGet(() -> end(message, "GIVEN_UP"));
        };
    }

    private Optional<Instant> toPerson(Waiting message, PersonId person, Channel channel) {
        // Safety: asked again at the moment of sending; the answers may have changed since the message was written.
        Decision decision = people.mayContact(person, channel);
        SafeContact contact = people.safeContact(person);
        if (decision.maySend()) return deliver(message, String.valueOf(channel == Channel.TEXT ? contact.phone() : contact.email()));
        if (decision.reason() == Decision.Reason.OUTSIDE_TIMES) return Optional.ofNullable(decision.notBefore());
        return end(message, "NOT_SAFE");
    }

    private Optional<Instant> toOwnAddress(Waiting message) {
        // Safety: an address that nobody has confirmed may be somebody else's; it gets nothing but the question.
        if (message.confirmedAt != null) return deliver(message, email(message));
        Instant expires = message.expiresAt == null ? clock.instant() : message.expiresAt.toInstant();
        return clock.instant().isBefore(expires) ? Optional.of(expires) : end(message, "NOT_CONFIRMED");
    }

    private Optional<Instant> deliver(Waiting message, String to) {
        boolean text = message.kind.equals("TEXT");
        // Safety: in practice nothing leaves; the words stay to be looked at.
        if (text && !texting.isSetUp()) return end(message, "GIVEN_UP");
        if (text ? !texting.leavesTheHouse() : !post.leavesTheHouse()) return finish(message, "PRACTICE", message.body);
        String words = String.valueOf(seal.open(message.body, "messages.outbox.body", message.id));
        try {
            if (text) texting.send(to, words);
            else post.send(to, message.subject, words);
            return end(message, "SENT");
        } catch (MailException | NotTexted failed) {
            LOG.warn("A message could not be sent: {}", failed.getClass().getSimpleName());
            if (message.attempts + 1 >= TRIES) return end(message, "GIVEN_UP");
            sql.sql("update messages.outbox set attempts = attempts + 1 where id = :id").param("id", message.id).update();
            return Optional.of(clock.instant().plus(Duration.ofMinutes(1L << message.attempts)));
        }
    }

    private Optional<Instant> end(Waiting message, String state) {
        return finish(message, state, null);
    }

    private Optional<Instant> finish(Waiting message, String state, byte @Nullable [] body) {
        sql.sql("update messages.outbox set state = :state, body = :body, attempts = attempts + 1, finished_at = :at where id = :id")
                .param("state", state).param("body", body).param("at", Times.at(clock.instant())).param("id", message.id).update();
        return Optional.empty();
    }

    private String email(Waiting message) {
        return String.valueOf(seal.open(message.email, "messages.own_address.email", message.ownAddressId()));
    }
}
