package org.alongside.people;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The compartment that knows where people are. Nothing but {@link #reveal} gives an address back. */
@Service
@Transactional
public class Addresses {
    static final Duration LETTERS_WAIT = Duration.ofDays(7);
    private final JdbcClient sql;
    private final Seal seal;
    private final AuditTrail trail;
    private final ObjectProvider<WorksWith> worksWith;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Addresses(JdbcClient sql, Seal seal, AuditTrail trail, ObjectProvider<WorksWith> worksWith, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.trail = trail;
        this.worksWith = worksWith;
        this.events = events;
        this.clock = clock;
    }

    /** What may be known without opening an address: that it is there. */
    public record Kept(UUID id, AddressKind kind, boolean guarded, boolean unsafe, boolean forLetters, OffsetDateTime recordedAt) {}

    /** An opened address. Only a page that shows it to the worker who opened it may hold one. */
    public record Opened(AddressKind kind, String lines, String postcode, String area, boolean unsafe) {}

    /** Keeps an address. A guarded one marks every older one unsafe and holds letters for seven days. */
    public UUID record(PersonId person, NewAddress address, Actor.Worker me) {
        me.mustBe(PersonRoles.CLOSE);
        UUID id = UUID.randomUUID();
        OffsetDateTime now = Times.at(clock.instant());
        if (sql.sql("select id from people.person where id = :id for update").param("id", person.id()).query(UUID.class).optional().isEmpty()) throw new NotFound("person", person.id());
        if (address.guarded()) {
            // Safety: the moment a protected address exists, every older one is unsafe, and no letter leaves until the change has settled.
            sql.sql("update people.address set unsafe = true where person_id = :person").param("person", person.id()).update();
            sql.sql("update people.person set letters_to_id = null, letters_held_until = :until where id = :person")
                    .param("until", now.plus(LETTERS_WAIT)).param("person", person.id()).update();
        }
        sql.sql("""
                insert into people.address (id, person_id, organisation_id, side, kind, lines, postcode, area, address_key, guarded, unsafe, recorded_by, recorded_at)
                values (:id, :person, :organisation, :side, :kind, :lines, :postcode, :area, :key, :guarded, false, :by, :at)
                """).param("id", id).param("person", person.id()).param("organisation", me.organisation().id()).param("side", SafeContacts.side(me)).param("kind", address.kind().name())
                .param("lines", seal.closeWords(address.lines(), "people.address.lines", id)).param("postcode", seal.closeWords(address.postcode(), "people.address.postcode", id)).param("area", seal.closeWords(address.area(), "people.address.area", id))
                .param("key", AddressKey.of(seal, me.organisation(), address.lines(), address.postcode()).orElse(null))
                .param("guarded", address.guarded()).param("by", me.worker().id()).param("at", now).update();
        if (address.forLetters()) sql.sql("update people.person set letters_to_id = :id where id = :person").param("id", id).param("person", person.id()).update();
        trail.changed("person", person.id(), address.guarded() ? "protected address recorded" : "address recorded");
        events.publishEvent(new PersonEvent.Changed(person, me.organisation()));
        return id;
    }

    /** This address is not safe to write or go to any more; letters to it stop. */
    public void markUnsafe(UUID address, Actor.Worker me) {
        UUID person = sql.sql("select person_id from people.address where id = :id").param("id", address).query(UUID.class).optional().orElseThrow(() -> new NotFound("address", address));
        sql.sql("update people.address set unsafe = true where id = :id").param("id", address).update();
        sql.sql("update people.person set letters_to_id = null where id = :person and letters_to_id = :id").param("person", person).param("id", address).update();
        trail.changed("address", address, "marked unsafe");
    }

    /** Which addresses are kept, newest first; not one word of them. */
    public List<Kept> kept(PersonId person) {
        return sql.sql("""
                select a.id, a.kind, a.guarded, a.unsafe, coalesce(p.letters_to_id = a.id, false) as for_letters, a.recorded_at
                  from people.address a join people.person p on p.id = a.person_id where a.person_id = :person order by a.recorded_at desc
                """).param("person", person.id()).query(Kept.class).list();
    }

    /**
     * Opens one address, on purpose, for a reason the trail keeps. NotFound when the worker neither works with the person nor leads or manages,
     * unless somebody is in danger now: then it opens and the safeguarding leads are told.
     */
    public Opened reveal(UUID address, RevealReason reason, Actor.Worker me) {
        record Row(UUID personId, AddressKind kind, byte @Nullable [] lines, byte @Nullable [] postcode, byte @Nullable [] area, boolean unsafe) {}
        Row row = sql.sql("select person_id, kind, lines, postcode, area, unsafe from people.address where id = :id")
                .param("id", address).query(Row.class).optional().orElseThrow(() -> new NotFound("address", address));
        PersonId person = new PersonId(row.personId);
        boolean related = me.is(Role.MANAGER) || me.is(Role.SAFEGUARDING_LEAD) || worksWith.stream().anyMatch(relation -> relation.worksWith(me, person));
        // Safety: an address opens to those who work with the person; to a colleague only in immediate danger, and then the leads know.
        if (!related && reason != RevealReason.IMMEDIATE_DANGER) throw new NotFound("address", address);
        if (!related) events.publishEvent(new PersonEvent.AddressOpenedFromOutside(person, me.organisation()));
        trail.looked("address", address);
        trail.changed("person", row.personId, "address opened: " + reason.name() + (related ? "" : ", not their case"));
        return new Opened(row.kind, seal.openWords(row.lines, "people.address.lines", address), seal.openWords(row.postcode, "people.address.postcode", address), seal.openWords(row.area, "people.address.area", address), row.unsafe);
    }

    /**
     * Whether these words hold where this person lives, lived or stays: a postcode of theirs, or the first line of an address.
     * Opens the addresses to compare and tells nobody what they are, so it is no look. That they do is a refusal for whoever wrote them, and stands in the trail: words are one way to guess.
     */
    public boolean standIn(String words, PersonId person) {
        boolean stands = !holding(List.of(words), person).isEmpty();
        // Safety: whoever guesses at an address by writing it leaves a trace each time they are right.
        if (stands) trail.refusing("person", person.id(), "words that hold an address of theirs");
        return stands;
    }

    /** Those of these words that hold an address of theirs, for a page that leaves them out. Whoever reads it guesses at nothing, so there is no trace. */
    public Set<String> holding(Collection<String> words, PersonId person) {
        record Row(UUID id, byte @Nullable [] lines, byte @Nullable [] postcode) {}
        List<String> addresses = sql.sql("select id, lines, postcode from people.address where person_id = :person").param("person", person.id()).query(Row.class).list().stream().flatMap(row -> {
            String postcode = bare(seal.openWords(row.postcode, "people.address.postcode", row.id)), first = bare(seal.openWords(row.lines, "people.address.lines", row.id).lines().findFirst().orElse(""));
            return Stream.of(postcode.length() > 4 ? postcode : "", first.length() > 5 ? first : "").filter(part -> !part.isEmpty());
        }).toList();
        return words.stream().filter(text -> addresses.stream().anyMatch(bare(text)::contains)).collect(Collectors.toSet());
    }

    private static String bare(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The fingerprints of where this person lives or lived, for comparing only. */
    public Set<String> keys(PersonId person) {
        return Set.copyOf(sql.sql("select distinct address_key from people.address where person_id = :person and address_key is not null").param("person", person.id()).query(String.class).list());
    }
}
