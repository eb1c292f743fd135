package org.alongside.people;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.Phone;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When and how each person may be contacted: their answers, the one call made without knowing, and the exceptions for a life at risk. */
@Service
@Transactional
public class SafeContacts {
    private static final Duration AN_EXCEPTION_LASTS = Duration.ofHours(24);
    private final JdbcClient sql;
    private final SafeContactText text;
    private final Seal seal;
    private final PhoneKeys phones;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SafeContacts(JdbcClient sql, SafeContactText text, Seal seal, PhoneKeys phones, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.text = text;
        this.seal = seal;
        this.phones = phones;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** The answers in force. NotFound when there is no such person for whoever asks. Not audited: the page that shows them is. */
    public SafeContact of(PersonId person) {
        return row(person).contact(text);
    }

    /** The gate, for one way of contact, now. */
    public Decision mayContact(PersonId person, Channel channel) {
        Row row = row(person);
        return row.contact(text).ask(channel, clock.instant(), row.circumstances());
    }

    /** The gate for every way of contact, now, in one reading. */
    public Map<Channel, Decision> mayContact(PersonId person) {
        return inForce(person).decisions();
    }

    /** What the gate says about a call to each of these people now, in one reading; people who are not there for whoever asks are left out. Not audited: the page is. */
    public Map<PersonId, Decision> mayCall(Collection<PersonId> people) {
        DataClassRowMapper<Row> rows = new DataClassRowMapper<>(Row.class);
        Map<PersonId, Decision> decisions = new HashMap<>();
        sql.sql("select p.id, " + Row.COLUMNS + " from " + Row.FROM + " where p.id = any (:people)").param("now", Times.at(clock.instant())).param("people", people.stream().map(PersonId::id).toArray(UUID[]::new))
                .query((row, number) -> {
                    Row one = rows.mapRow(row, number);
                    return decisions.put(new PersonId(row.getObject("id", UUID.class)), one.contact(text).ask(Channel.PHONE, clock.instant(), one.circumstances()));
                }).list();
        return decisions;
    }

    private Map<Channel, Decision> decisions(SafeContact contact, Circumstances circumstances) {
        Map<Channel, Decision> decisions = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) decisions.put(channel, contact.ask(channel, clock.instant(), circumstances));
        return decisions;
    }

    /** The answers in force with what the gate makes of them now. {@code id} goes back with a change of them; null before the first. */
    public record InForce(@Nullable UUID id, SafeContact contact, Map<Channel, Decision> decisions) {}

    /** Answers and decisions in one reading. */
    public InForce inForce(PersonId person) {
        return inForce(row(person));
    }

    InForce inForce(Row row) {
        SafeContact contact = row.contact(text);
        return new InForce(row.safeContactId(), contact, decisions(contact, row.circumstances()));
    }

    /** New answers, in force from now on; the old ones stay in the history. */
    public void record(PersonId person, SafeContact contact, Actor.Worker me) {
        UUID before = row(person).safeContactId();
        put(person, contact, before, me);
    }

    /** As {@link #record}, unless somebody recorded other answers since {@code seen}: then ChangedMeanwhile, and nothing is saved. */
    public void record(PersonId person, SafeContact contact, @Nullable UUID seen, Actor.Worker me) {
        if (!Objects.equals(row(person).safeContactId(), seen)) throw new ChangedMeanwhile();
        put(person, contact, seen, me);
    }

    private void put(PersonId person, SafeContact contact, @Nullable UUID before, Actor.Worker me) {
        UUID id = UUID.randomUUID();
        OffsetDateTime now = Times.at(clock.instant());
        String phoneKey = phoneKey(me.organisation(), contact.phone());
        sql.sql("""
                insert into people.safe_contact (id, person_id, organisation_id, side, answers, phone_key, checked_on, expires_on, recorded_by, recorded_at)
                values (:id, :person, :organisation, :side, :answers, :phoneKey, :checkedOn, :expiresOn, :by, :at)
                """).param("id", id).param("person", person.id()).param("organisation", me.organisation().id()).param("side", side(me))
                .param("answers", text.close(contact, id)).param("phoneKey", phoneKey)
                .param("checkedOn", contact.checkedOn()).param("expiresOn", contact.expiresOn()).param("by", me.worker().id()).param("at", now).update();
        int changed = sql.sql("""
                update people.person set safe_contact_id = :id, phone_key = :phoneKey where id = :person and safe_contact_id is not distinct from cast(:before as uuid)
                """).param("id", id).param("phoneKey", phoneKey).param("person", person.id()).param("before", before).update();
        if (changed == 0) throw new ChangedMeanwhile();
        trail.changed("person", person.id(), "safe contact recorded");
        events.publishEvent(new PersonEvent.Changed(person, me.organisation()));
    }

    /**
     * Takes the one live call that may be made while nobody knows whether calling is safe, and says how to make it. Whoever takes it has asked
     * the referrer first. RuleBroken when the gate says otherwise, or a colleague was faster.
     */
    public Decision startLiveCall(PersonId person, Actor.Worker me) {
        Row row = row(person);
        SafeContact contact = row.contact(text);
        Decision decision = contact.ask(Channel.PHONE, clock.instant(), row.circumstances());
        if (decision.verdict() != Decision.Verdict.ASK_FIRST) throw new RuleBroken("people.no-live-call", decision.words());
        try {
            sql.sql("insert into people.live_call (id, person_id, organisation_id, side, phone_key, started_by, started_at) values (:id, :person, :organisation, :side, :phoneKey, :by, :at)")
                    .param("id", UUID.randomUUID()).param("person", person.id()).param("organisation", me.organisation().id()).param("side", side(me))
                    .param("phoneKey", phoneKey(me.organisation(), contact.phone())).param("by", me.worker().id()).param("at", Times.at(clock.instant())).update();
        } catch (DuplicateKeyException taken) {
            // Safety: two workers who press at once make one call.
            throw new RuleBroken("people.no-live-call", "A colleague is making this call. Do not call as well.");
        }
        trail.changed("person", person.id(), "live call started");
        return decision;
    }

    /** How the live call ended; every one of them is recorded. */
    public void endLiveCall(PersonId person, CallResult result, Actor.Worker me) {
        int ended = sql.sql("update people.live_call set result = :result, result_at = :at where person_id = :person and started_by = :by and result is null")
                .param("result", result.name()).param("at", Times.at(clock.instant())).param("person", person.id()).param("by", me.worker().id()).update();
        if (ended == 0) throw new NotFound("person", person.id());
        trail.changed("person", person.id(), "live call ended: " + result.name());
    }

    /** A manager opens one way of contact for 24 hours because a life is at risk. NotFound for anyone who is not a manager. */
    public void openForRiskToLife(PersonId person, Channel channel, String reason, Actor.Worker me) {
        // Safety: only a manager sets "never" aside, and only with a reason that is kept.
        me.mustBe(Role.MANAGER);
        decide(person, Ground.MANAGERS_REASON, channel, reason, me);
    }

    /** The police were asked to look after the person. Any worker may do this at any hour, so that nobody is stuck waiting for a manager. */
    public void policeAsked(PersonId person, String reason, Actor.Worker me) {
        decide(person, Ground.POLICE_WELFARE_CHECK, null, reason, me);
    }

    private void decide(PersonId person, Ground ground, @Nullable Channel channel, String reason, Actor.Worker me) {
        if (reason.isBlank()) throw new RuleBroken("people.reason-missing", "Say why: what makes you think a life is at risk?");
        row(person);
        UUID id = UUID.randomUUID();
        sql.sql("""
                insert into people.risk_to_life (id, person_id, organisation_id, side, ground, channel, reason, decided_by, decided_at, until)
                values (:id, :person, :organisation, :side, :ground, :channel, :reason, :by, :at, :until)
                """).param("id", id).param("person", person.id()).param("organisation", me.organisation().id()).param("side", side(me))
                .param("ground", ground.name()).param("channel", channel == null ? null : channel.name())
                .param("reason", seal.close(reason.strip(), "people.risk_to_life.reason", id)).param("by", me.worker().id())
                .param("at", Times.at(clock.instant())).param("until", Times.at(clock.instant().plus(AN_EXCEPTION_LASTS))).update();
        trail.changed("person", person.id(), ground == Ground.MANAGERS_REASON ? "contact allowed, risk to life: " + channel : "police asked for a welfare check");
        events.publishEvent(new PersonEvent.RiskToLifeDecided(person, me.organisation()));
    }

    private @Nullable String phoneKey(OrganisationId organisation, @Nullable String phone) {
        return phone == null ? null : Phone.read(phone).map(read -> phones.key(organisation, read)).orElse(null);
    }

    static String side(Actor.Worker me) {
        if (me.side() == null) throw new NotFound();
        return me.side().name();
    }

    /** What the gate needs of one person. Columns as a page's own query may also select them. */
    record Row(@Nullable UUID safeContactId, byte @Nullable [] answers, boolean calledOnce, @Nullable String opened, boolean letterAddress, @Nullable OffsetDateTime lettersHeldUntil, boolean moved) {
        static final String COLUMNS = """
                p.safe_contact_id, s.answers,
                exists (select from people.live_call c where c.organisation_id = p.organisation_id and c.side = p.side and c.person_id = p.id and c.phone_key = s.phone_key) as called_once,
                (select string_agg(r.channel, ',') from people.risk_to_life r where r.organisation_id = p.organisation_id and r.side = p.side and r.person_id = p.id and r.channel is not null and r.until > :now) as opened,
                p.letters_to_id is not null as letter_address, p.letters_held_until, p.moved_at is not null as moved""";
        static final String FROM = "people.person p left join people.safe_contact s on s.id = p.safe_contact_id";

        SafeContact contact(SafeContactText text) {
            return text.open(answers, safeContactId);
        }

        Circumstances circumstances() {
            Set<Channel> channels = opened == null ? Set.of() : Stream.of(opened.split(",")).map(Channel::valueOf).collect(Collectors.toCollection(HashSet::new));
            return new Circumstances(calledOnce, channels, letterAddress, lettersHeldUntil == null ? null : lettersHeldUntil.toInstant(), moved);
        }
    }

    private Row row(PersonId person) {
        return sql.sql("select " + Row.COLUMNS + " from " + Row.FROM + " where p.id = :person")
                .param("now", Times.at(clock.instant())).param("person", person.id()).query(Row.class).optional().orElseThrow(() -> new NotFound("person", person.id()));
    }
}
