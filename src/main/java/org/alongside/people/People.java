package org.alongside.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.Names;
import org.alongside.shared.NotFound;
import org.alongside.shared.Phone;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people an organisation works with, each once per side. */
@Service
@Transactional
public class People {
    private static final int MOST_NAMES = 10;
    private final JdbcClient sql;
    private final Seal seal;
    private final SafeContacts contacts;
    private final PhoneKeys phones;
    private final NameSounds sounds;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(JdbcClient sql, Seal seal, SafeContacts contacts, PhoneKeys phones, NameSounds sounds, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.contacts = contacts;
        this.phones = phones;
        this.sounds = sounds;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps a new person, on the worker's own side only (NotFound otherwise). */
    public PersonId record(NewPerson person, Actor.Worker me) {
        // Safety: a worker makes people on their own side of the wall only; the database refuses it too.
        if (me.side() != person.side()) throw new NotFound();
        UUID id = UUID.randomUUID();
        bind(sql.sql("""
                insert into people.person (id, organisation_id, side, given_name, family_name, known_as, given_key, family_key, known_key, born_on, pronouns, gender,
                                           languages, interpreter_needed, access_needs, notes, recorded_by, recorded_at, changed_by, changed_at, version)
                values (:id, :organisation, :side, :given, :family, :known, :givenKey, :familyKey, :knownKey, :bornOn, :pronouns, :gender,
                        :languages, :interpreter, :accessNeeds, :notes, :by, :at, :by, :at, 1)
                """), id, person.about(), me).param("organisation", me.organisation().id()).param("side", person.side().name()).update();
        PersonId made = new PersonId(id);
        sounds.record(made, person.about().givenName(), person.about().familyName(), person.about().knownAs());
        trail.changed("person", id, "recorded");
        if (!person.contact().equals(SafeContact.NOT_ASKED)) contacts.record(made, person.contact(), me);
        return made;
    }

    /** Changes what we know of a person. ChangedMeanwhile when somebody else did since {@code version} was read. */
    public void change(PersonId person, About about, int version, Actor.Worker me) {
        int changed = bind(sql.sql("""
                update people.person set given_name = :given, family_name = :family, known_as = :known, given_key = :givenKey, family_key = :familyKey, known_key = :knownKey,
                       born_on = :bornOn, pronouns = :pronouns, gender = :gender, languages = :languages, interpreter_needed = :interpreter,
                       access_needs = :accessNeeds, notes = :notes, changed_by = :by, changed_at = :at, version = version + 1
                 where id = :id and version = :version
                """), person.id(), about, me).param("version", version).update();
        if (changed == 0) {
            if (find(person).isEmpty()) throw new NotFound("person", person.id());
            throw new ChangedMeanwhile();
        }
        sounds.change(person, about);
        trail.changed("person", person.id(), "changed");
        events.publishEvent(new PersonEvent.Changed(person, me.organisation()));
    }

    /** Empty when there is no such person for whoever asks. Not audited: the page that shows the person is. */
    public Optional<PersonFacts> find(PersonId person) {
        return sql.sql("""
                select id, organisation_id, side, given_name, family_name, known_as, born_on, pronouns, gender, languages, interpreter_needed, access_needs, notes, version
                  from people.person where id = :id
                """).param("id", person.id()).query(Row.class).optional().map(row -> row.facts(seal));
    }

    /** What to call these people; those who are not there for whoever asks are left out. Not audited: the page is. */
    public Map<PersonId, String> names(Collection<PersonId> people) {
        return sql.sql("select id, given_name, family_name, known_as from people.person where id = any (:people)").param("people", people.stream().map(PersonId::id).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(new PersonId(row.getObject("id", UUID.class)), Relations.name(row)))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What to call somebody, and how they describe themselves in their own words. */
    public record Described(String name, String gender, String languages, boolean interpreterNeeded) {
        /** Of whom nothing is known. */
        public static final Described NOTHING = new Described("", "", "", false);
    }

    /** As {@link #names}, with what a group or a service asks of whoever comes. Not audited: the page is. */
    public Map<PersonId, Described> described(Collection<PersonId> people) {
        return sql.sql("select id, given_name, family_name, known_as, gender, languages, interpreter_needed from people.person where id = any (:people)").param("people", people.stream().map(PersonId::id).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(new PersonId(row.getObject("id", UUID.class)), new Described(Relations.name(row), row.getString("gender"), row.getString("languages"), row.getBoolean("interpreter_needed"))))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A person here who may be the one described: the same names and birth date, or the same number. Not audited. */
    public Optional<PersonId> lookalike(About about, @Nullable String phone, Actor.Worker me) {
        String key = phone == null ? null : Phone.read(phone).map(read -> phones.key(me.organisation(), read)).orElse(null);
        return sql.sql("""
                select id from people.person where organisation_id = access.organisation() and side = access.side() and family_key = :family and given_key = :given and born_on = :born and born_on is not null
                union all
                select id from people.person where organisation_id = access.organisation() and side = access.side() and phone_key = :phone limit 1
                """).param("family", Names.key(about.familyName())).param("given", Names.key(about.givenName())).param("born", about.bornOn()).param("phone", key).query(UUID.class).list().stream().findFirst().map(PersonId::new);
    }

    /** Everybody on the worker's own side with exactly this telephone number, or exactly these names, the given name first. Not audited. */
    public List<PersonId> exactly(String typed, Actor.Worker me) {
        String number = Phone.read(typed).map(read -> phones.key(me.organisation(), read)).orElse(null);
        // Where the given name ends and the family name begins nobody can know, so each place is tried.
        String[] words = Names.key(typed).split(" ");
        List<String> given = new ArrayList<>(), family = new ArrayList<>();
        for (int first = 1; first < Math.min(words.length, MOST_NAMES); first++) {
            given.add(String.join(" ", Arrays.copyOfRange(words, 0, first)));
            family.add(String.join(" ", Arrays.copyOfRange(words, first, words.length)));
        }
        return sql.sql("""
                select p.id from people.person p where p.organisation_id = access.organisation() and p.side = access.side() and p.phone_key = :phone
                union select p.id from unnest(:given::text[], :family::text[]) as n (given, family)
                  join people.person p on p.organisation_id = access.organisation() and p.side = access.side() and p.family_key = n.family and (p.given_key = n.given or p.known_key = n.given)
                union select o.person_id from unnest(:given::text[], :family::text[]) as n (given, family)
                  join people.other_name o on o.organisation_id = access.organisation() and o.side = access.side() and o.family_key = n.family and o.given_key = n.given
                """).param("phone", number).param("given", given.toArray(String[]::new)).param("family", family.toArray(String[]::new)).query(UUID.class).list().stream().map(PersonId::new).toList();
    }

    /** Whether they stand on the other side of the wall, as far as is known: nothing begins for them on this one. */
    public boolean isMoved(PersonId person) {
        return sql.sql("select moved_at is not null from people.person where id = :id").param("id", person.id()).query(Boolean.class).optional().orElse(false);
    }

    /** From now on the gate says no, or asks as before again. NotFound when there is no such person for whoever asks. */
    public void move(PersonId person, boolean moved) {
        int changed = sql.sql("update people.person set moved_at = case when :moved then :now end where id = :id").param("moved", moved).param("now", Times.at(clock.instant())).param("id", person.id()).update();
        if (changed == 0) throw new NotFound("person", person.id());
        trail.changed("person", person.id(), moved ? "no contact any more, who harms whom was corrected" : "contact as before");
    }

    /** One person with when and how they may be contacted now. */
    public record Whole(PersonFacts facts, SafeContacts.InForce contact) {}

    /** One person for a page of their own, in one query; no address is near it. NotFound when there is no such person for whoever asks. Not audited. */
    public Whole whole(PersonId person) {
        DataClassRowMapper<Row> rows = new DataClassRowMapper<>(Row.class);
        DataClassRowMapper<SafeContacts.Row> answers = new DataClassRowMapper<>(SafeContacts.Row.class);
        return sql.sql("select p.id, p.organisation_id, p.side, p.given_name, p.family_name, p.known_as, p.born_on, p.pronouns, p.gender, p.languages, p.interpreter_needed, p.access_needs, p.notes, p.version, "
                        + SafeContacts.Row.COLUMNS + " from " + SafeContacts.Row.FROM + " where p.id = :id")
                .param("id", person.id()).param("now", Times.at(clock.instant()))
                .query((row, number) -> new Whole(rows.mapRow(row, number).facts(seal), contacts.inForce(answers.mapRow(row, number)))).optional()
                .orElseThrow(() -> new NotFound("person", person.id()));
    }

    /** The gate, for one way of contact, now. NotFound when there is no such person for whoever asks. */
    public Decision mayContact(PersonId person, Channel channel) {
        return contacts.mayContact(person, channel);
    }

    /** The gate for every way of contact, now. */
    public Map<Channel, Decision> mayContact(PersonId person) {
        return contacts.mayContact(person);
    }

    /** The answers about safe contact in force. */
    public SafeContact safeContact(PersonId person) {
        return contacts.of(person);
    }

    /** New answers about safe contact, in force from now on. */
    public void record(PersonId person, SafeContact contact, Actor.Worker me) {
        contacts.record(person, contact, me);
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UUID id, About about, Actor.Worker me) {
        return statement.param("id", id)
                .param("given", about.givenName()).param("family", about.familyName()).param("known", about.knownAs())
                .param("givenKey", Names.key(about.givenName())).param("familyKey", Names.key(about.familyName())).param("knownKey", Names.key(about.knownAs()))
                .param("bornOn", about.bornOn()).param("pronouns", about.pronouns()).param("gender", about.gender())
                .param("languages", about.languages()).param("interpreter", about.interpreterNeeded())
                .param("accessNeeds", seal.closeWords(about.accessNeeds(), "people.person.access_needs", id)).param("notes", seal.closeWords(about.notes(), "people.person.notes", id))
                .param("by", me.worker().id()).param("at", Times.at(clock.instant()));
    }

    /** One row as a person; pages select the same columns. */
    record Row(UUID id, UUID organisationId, Side side, String givenName, String familyName, String knownAs, @Nullable LocalDate bornOn, String pronouns, String gender,
            String languages, boolean interpreterNeeded, byte @Nullable [] accessNeeds, byte @Nullable [] notes, int version) {
        PersonFacts facts(Seal seal) {
            About about = new About(givenName, familyName, knownAs, bornOn, pronouns, gender, languages, interpreterNeeded,
                    seal.openWords(accessNeeds, "people.person.access_needs", id), seal.openWords(notes, "people.person.notes", id));
            return new PersonFacts(new PersonId(id), new OrganisationId(organisationId), side, about, version);
        }
    }
}
