package org.alongside.messages;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.people.Channel;
import org.alongside.people.Decision;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Secrets;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.alongside.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages are asked for here, in the transaction that causes them, and leave afterwards, one recipient each. To a person: only while the
 * safe-contact gate says yes, asked now and again at the moment of sending.
 */
@Service
@Transactional
public class Messages {
    static final String SEND = "send-message";
    static final Duration A_CONFIRMATION_HOLDS = Duration.ofDays(14);
    private final JdbcClient sql;
    private final Seal seal;
    private final Words words;
    private final People people;
    private final Jobs jobs;
    private final AuditTrail trail;
    private final MailSettings settings;
    private final Clock clock;

    Messages(JdbcClient sql, Seal seal, Words words, People people, Jobs jobs, AuditTrail trail, MailSettings settings, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.words = words;
        this.people = people;
        this.jobs = jobs;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** An e-mail to a person we work with. RuleBroken with the gate's own words when e-mail is not plainly safe now. */
    public void toPerson(PersonId person, Message message, Actor.Worker me) {
        // Safety: asked here so that the worker learns it at once; the sender asks again.
        Decision decision = people.mayContact(person, Channel.EMAIL);
        if (!decision.maySend()) throw new RuleBroken("messages.not-safe", decision.words());
        put("PERSON", me.organisation(), me.side(), person.id(), null, null, message.subject(words), message.body(words));
        trail.changed("person", person.id(), "message asked for");
    }

    /** A text to a person we work with, in the worker's own neutral words. RuleBroken with the gate's own words when a text is not plainly safe now. @param id made with the form, so that a second press finds the first */
    public void textPerson(PersonId person, UUID id, String text, Actor.Worker me) {
        // Safety: asked here so that the worker learns it at once; the sender asks again.
        Decision decision = people.mayContact(person, Channel.TEXT);
        if (!decision.maySend()) throw new RuleBroken("messages.not-safe", decision.words());
        int put = sql.sql("""
                insert into messages.outbox (id, organisation_id, side, kind, person_id, subject, body, state, attempts, asked_at, asked_by)
                values (:id, :organisation, :side, 'TEXT', :person, 'A text', :body, 'WAITING', 0, :at, :by) on conflict (id) do nothing
                """).param("id", id).param("organisation", me.organisation().id()).param("side", String.valueOf(me.side())).param("person", person.id()).param("body", seal.close(text, "messages.outbox.body", id))
                .param("at", Times.at(clock.instant())).param("by", me.worker().id()).update();
        if (put == 0) return;
        jobs.ask(SEND, me.organisation(), id, clock.instant());
        trail.changed("person", person.id(), "text asked for");
    }

    /** How a text stands. @param state WAITING, SENT, NOT_SAFE, GIVEN_UP or PRACTICE */
    public record Text(UUID id, String state, OffsetDateTime askedAt, UUID askedBy, @Nullable OffsetDateTime finishedAt) {}

    /** The texts to a person, the newest first; their words stand with the contacts. */
    @Transactional(readOnly = true)
    public List<Text> texts(PersonId person) {
        return sql.sql("select id, state, asked_at, asked_by, finished_at from messages.outbox where person_id = :person and kind = 'TEXT' order by asked_at desc, id limit 100").param("person", person.id()).query(Text.class).list();
    }

    /** How many messages and texts to this person wait to leave. */
    @Transactional(readOnly = true)
    public int waiting(PersonId person) {
        return sql.sql("select count(*) from messages.outbox where person_id = :person and state = 'WAITING'").param("person", person.id()).query(Integer.class).single();
    }

    /** Nothing that waits for this person leaves any more; the words are gone. For leads and managers. */
    public void withdraw(PersonId person, Actor.Worker me) {
        me.mustBe(Role.MANAGER, Role.SAFEGUARDING_LEAD);
        int withdrawn = sql.sql("update messages.outbox set state = 'WITHDRAWN', body = null, finished_at = :now where person_id = :person and state = 'WAITING'").param("now", Times.at(clock.instant())).param("person", person.id()).update();
        if (withdrawn > 0) trail.changed("person", person.id(), "messages withdrawn");
    }

    /**
     * Somebody gave an e-mail address as their own. It gets one neutral question with a link, nothing else; what is sent to it later with
     * {@link #toOwnAddress} waits until the link's button was pressed.
     */
    public OwnAddressId confirm(OrganisationId organisation, String email, boolean welsh) {
        String token = Secrets.random();
        return ask(organisation, email, token, null, new Message("messages.confirm", welsh, link("/confirm/" + token, welsh)));
    }

    /** As {@link #confirm}, where the question and the page that asks it are another room's. @param token random, at the end of the link in the question @param keepUntil how long that room goes on writing; null for no longer than the link holds */
    public OwnAddressId ask(OrganisationId organisation, String email, String token, @Nullable Instant keepUntil, Message question) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        sql.sql("insert into messages.own_address (id, organisation_id, email, token_fingerprint, asked_at, expires_at, kept_until) values (:id, :organisation, :email, :token, :at, :expires, :kept)")
                .param("id", id).param("organisation", organisation.id()).param("email", seal.close(email.strip(), "messages.own_address.email", id))
                .param("token", fingerprint(seal, token)).param("at", Times.at(now)).param("expires", Times.at(now.plus(A_CONFIRMATION_HOLDS))).param("kept", Times.atOrNull(keepUntil), Types.TIMESTAMP_WITH_TIMEZONE).update();
        put("CONFIRMATION", organisation, null, null, id, null, question.subject(words), question.body(words));
        return new OwnAddressId(id);
    }

    /** Where a link in a mail leads. @param path of ours, without the language */
    public String link(String path, boolean welsh) {
        return settings.publicUrl() + (welsh ? "/cy" : "") + path;
    }

    /** A message to an address that its owner gave us: it leaves once they have confirmed it, and never if they do not. */
    public void toOwnAddress(OrganisationId organisation, OwnAddressId address, Message message) {
        put("OWN_ADDRESS", organisation, null, null, address.id(), null, message.subject(words), message.body(words));
    }

    /** Tells a worker, in neutral words, that something new waits on their desk; what it is, they see there. */
    public void notice(OrganisationId organisation, @Nullable Side side, WorkerId worker) {
        notice(organisation, side, worker, "/desk");
    }

    /** The same, where it stands on a page of its own. @param path of the desk; it names nobody */
    public void notice(OrganisationId organisation, @Nullable Side side, WorkerId worker, String path) {
        Message notice = new Message("messages.notice", false, link(path, false));
        put("NOTICE", organisation, side, null, null, worker.id(), notice.subject(words), notice.body(words));
    }

    private void put(String kind, OrganisationId organisation, @Nullable Side side, @Nullable UUID person, @Nullable UUID address, @Nullable UUID worker, String subject, String body) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                insert into messages.outbox (id, organisation_id, side, kind, person_id, own_address_id, worker_id, subject, body, state, attempts, asked_at)
                values (:id, :organisation, :side, :kind, :person, :address, :worker, :subject, :body, 'WAITING', 0, :at)
                """).param("id", id).param("organisation", organisation.id()).param("side", side == null ? null : side.name()).param("kind", kind)
                .param("person", person).param("address", address).param("worker", worker)
                .param("subject", subject).param("body", seal.close(body, "messages.outbox.body", id)).param("at", Times.at(clock.instant())).update();
        jobs.ask(SEND, organisation, id, clock.instant());
    }

    /** By which whoever holds the token is known: as {@link org.alongside.access.Actor.Holder}. */
    public static String fingerprint(Seal seal, String token) {
        return seal.fingerprint("messages.confirm", token);
    }

    /** Erases what was sent to somebody. */
    public void erase(PersonId person) {
        sql.sql("delete from messages.outbox where person_id = :person").param("person", person.id()).update();
    }

    /** Erases what left, or could not, before this moment, and addresses whose link ran out before it. @return how many */
    public int eraseBefore(Instant moment) {
        int sent = sql.sql("delete from messages.outbox where finished_at < :moment").param("moment", Times.at(moment)).update();
        return sent + sql.sql("delete from messages.own_address a where expires_at < :moment and (kept_until is null or kept_until < :moment) and not exists (select from messages.outbox o where o.own_address_id = a.id)").param("moment", Times.at(moment)).update();
    }
}
