package org.alongside.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of what we know of a person: what must stay, and how the rest goes. */
@Service
@Transactional
public class PersonFiles {
    private static final List<String> TABLES = List.of("people.safe_contact", "people.live_call", "people.risk_to_life", "people.address", "people.name_sound", "people.other_name");
    private final JdbcClient sql;

    PersonFiles(JdbcClient sql) {
        this.sql = sql;
    }

    /** Marks that this person's file must stay, or need not any longer. NotFound when there is no such person for whoever asks. */
    public void hold(PersonId person, boolean held) {
        if (sql.sql("update people.person set held = :held where id = :id").param("held", held).param("id", person.id()).update() == 0) throw new NotFound("person", person.id());
    }

    public boolean isHeld(PersonId person) {
        return sql.sql("select held from people.person where id = :id").param("id", person.id()).query(Boolean.class).optional().orElseThrow(() -> new NotFound("person", person.id()));
    }

    /** Of these people, those who must stay: held, or born after this day. */
    public Set<PersonId> heldOrBornAfter(Collection<PersonId> people, LocalDate day) {
        return ids(sql.sql("select id from people.person where id = any (:people) and (held or born_on > :day)").param("people", people.stream().map(PersonId::id).toArray(UUID[]::new)).param("day", day).query(UUID.class).list());
    }

    /** Everybody this person is related to, relations that ended among them. */
    public Set<PersonId> around(PersonId person) {
        return ids(sql.sql("select case when person_id = :id then other_id else person_id end from people.relation where :id in (person_id, other_id)").param("id", person.id()).query(UUID.class).list());
    }

    /** Whether anybody's relations name this person. */
    public boolean isNamed(PersonId person) {
        return !around(person).isEmpty();
    }

    /** Whether nobody has written anything about this person since that moment. */
    public boolean isUntouchedSince(PersonId person, Instant moment) {
        return sql.sql("""
                select not exists (select from people.person where id = :id and changed_at > :moment)
                   and not exists (select from people.safe_contact where person_id = :id and recorded_at > :moment)
                   and not exists (select from people.address where person_id = :id and recorded_at > :moment)
                   and not exists (select from people.live_call where person_id = :id and started_at > :moment)
                   and not exists (select from people.risk_to_life where person_id = :id and decided_at > :moment)
                   and not exists (select from people.relation where :id in (person_id, other_id) and recorded_at > :moment)
                """).param("id", person.id()).param("moment", Times.at(moment)).query(Boolean.class).single();
    }

    /** Erases a person with everything this room knows of them. RuleBroken when they are held: then nothing of the file goes. */
    public void erase(PersonId person) {
        sql.sql("delete from people.relation_role where relation_id in (select id from people.relation where :id in (person_id, other_id))").param("id", person.id()).update();
        sql.sql("delete from people.relation where :id in (person_id, other_id)").param("id", person.id()).update();
        TABLES.forEach(table -> sql.sql("delete from " + table + " where person_id = :id").param("id", person.id()).update());
        // Safety: the database leaves whoever is held where they are; then the whole erasure is undone.
        if (sql.sql("delete from people.person where id = :id").param("id", person.id()).update() == 0) throw new RuleBroken("people.held", "This file is held.");
    }

    private static Set<PersonId> ids(List<UUID> ids) {
        Set<PersonId> people = new HashSet<>();
        ids.forEach(id -> people.add(new PersonId(id)));
        return people;
    }
}
