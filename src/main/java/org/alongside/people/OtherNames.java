package org.alongside.people;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.Names;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names a person also has or had; whoever rings with one of them is found. */
@Service
@Transactional
public class OtherNames {
    /** Of one person. */
    public static final int MOST = 10;
    private final People people;
    private final NameSounds sounds;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final Clock clock;

    OtherNames(People people, NameSounds sounds, AuditTrail trail, ApplicationEventPublisher events, JdbcClient sql, Clock clock) {
        this.people = people;
        this.sounds = sounds;
        this.trail = trail;
        this.events = events;
        this.sql = sql;
        this.clock = clock;
    }

    public record OtherName(UUID id, String givenName, String familyName) {
        public String words() {
            return (givenName + " " + familyName).strip();
        }
    }

    /** Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<OtherName> of(PersonId person) {
        return sql.sql("select id, given_name, family_name from people.other_name where person_id = :person order by recorded_at, id").param("person", person.id()).query(OtherName.class).list();
    }

    /** @param id made with the form, so that a second press finds the first. RuleBroken when they are called that already, or have too many. */
    public void add(PersonId person, UUID id, String givenName, String familyName, Actor.Worker me) {
        About about = people.find(person).orElseThrow(() -> new NotFound("person", person.id())).about();
        List<OtherName> others = of(person);
        if (others.stream().anyMatch(one -> one.id().equals(id))) return;
        String given = Names.key(givenName), family = Names.key(familyName);
        boolean known = Names.key(about.familyName()).equals(family) && (Names.key(about.givenName()).equals(given) || Names.key(about.knownAs()).equals(given));
        if (known || others.stream().anyMatch(one -> Names.key(one.givenName()).equals(given) && Names.key(one.familyName()).equals(family))) throw new RuleBroken("people.same-name", "This name is here already.");
        if (others.size() >= MOST) throw new RuleBroken("people.many-names", "Ten other names are enough. Take one away first.");
        sql.sql("insert into people.other_name (id, person_id, given_name, family_name, given_key, family_key, recorded_by, recorded_at) values (:id, :person, :given, :family, :givenKey, :familyKey, :me, :now)").param("id", id)
                .param("person", person.id()).param("given", givenName).param("family", familyName).param("givenKey", given).param("familyKey", family).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        sounds.change(person, about);
        events.publishEvent(new PersonEvent.Changed(person, me.organisation()));
        trail.changed("person", person.id(), "other name added");
    }

    /** It was a mistake. */
    public void remove(PersonId person, UUID id, Actor.Worker me) {
        About about = people.find(person).orElseThrow(() -> new NotFound("person", person.id())).about();
        if (sql.sql("delete from people.other_name where id = :id and person_id = :person").param("id", id).param("person", person.id()).update() == 0) throw new NotFound("name", id);
        sounds.change(person, about);
        trail.changed("person", person.id(), "other name taken away");
    }
}
