package org.alongside.disclosure;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.people.People;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives out what may leave, and writes down that it left. */
@Service
@Transactional
public class Disclosure {
    private final JdbcClient sql;
    private final People people;
    private final AuditTrail trail;
    private final Clock clock;

    Disclosure(JdbcClient sql, People people, AuditTrail trail, Clock clock) {
        this.sql = sql;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** Keeps only what this release allows, records which kinds of fact leave, and returns the only thing a document may be made from. */
    public Allowed release(Release release, List<Passage> offered, Actor.Worker me) {
        if (people.find(release.person()).isEmpty()) throw new NotFound("person", release.person().id());
        if (me.worker().equals(release.clearedBy())) throw new RuleBroken("disclosure.cleared-by-oneself", "Somebody else must look at this before it leaves.");
        Allowed allowed = Allowed.of(release, offered);
        List<Field> withheld = offered.stream().map(Passage::field).distinct().filter(field -> !allowed.fields().contains(field)).toList();
        sql.sql("""
                insert into disclosure.release (id, organisation_id, side, person_id, recipient, recipient_id, purpose, via, fields, withheld, released_by, cleared_by, released_at)
                values (:id, :organisation, :side, :person, :recipient, :recipientId, :purpose, :via, :fields, :withheld, :by, :clearedBy, :at)
                """).param("id", UUID.randomUUID()).param("organisation", me.organisation().id()).param("side", me.side() == null ? null : me.side().name())
                .param("person", release.person().id()).param("recipient", kind(release.recipient())).param("recipientId", id(release.recipient()))
                .param("purpose", release.purpose().name()).param("via", release.via().name())
                .param("fields", names(allowed.fields().stream().toList())).param("withheld", names(withheld))
                .param("by", me.worker().id()).param("clearedBy", release.clearedBy() == null ? null : release.clearedBy().id()).param("at", Times.at(clock.instant())).update();
        trail.changed("person", release.person().id(), "released: " + release.purpose());
        return allowed;
    }

    private static String[] names(List<Field> fields) {
        return fields.stream().map(Field::name).sorted().toArray(String[]::new);
    }

    private static String kind(Recipient recipient) {
        if (recipient instanceof Recipient.Person) return "PERSON";
        return recipient instanceof Recipient.Worker ? "WORKER" : "ORGANISATION";
    }

    private static UUID id(Recipient recipient) {
        if (recipient instanceof Recipient.Person person) return person.id().id();
        if (recipient instanceof Recipient.Worker worker) return worker.id().id();
        return ((Recipient.Organisation) recipient).id().id();
    }
}
