package org.alongside.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.Names;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who the people around a person are, on their own side of the wall, and who is seen to harm whom. */
@Service
@Transactional
public class Relations {
    private static final String NOTES = "people.relation.notes", WHY = "people.relation_role.why";
    private final JdbcClient sql;
    private final Seal seal;
    private final People people;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Relations(JdbcClient sql, Seal seal, People people, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.seal = seal;
        this.people = people;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** What is said of somebody around a person. */
    public record Around(RelationKind kind, LivesWith livesWith, HarmRole role, Certainty certainty, String why, String notes) {}

    /** Somebody already recorded who has the same name. */
    public record SameName(PersonId id, String name, @Nullable LocalDate bornOn) {}

    /** Everyone around this person, in one query: those they were said to be related to, and those who were said to be related to them. Not audited: the page is. */
    public List<Relation> of(PersonId person) {
        return read("(r.person_id = :person or r.other_id = :person) and r.ended_at is null", person, null);
    }

    /** As {@link #of}, with those that were taken back. */
    public List<Relation> everyone(PersonId person) {
        return read("(r.person_id = :person or r.other_id = :person)", person, null);
    }

    /** NotFound when there is no such relation of this person for whoever asks. One that was taken back is there too. */
    public Relation one(PersonId person, UUID relation) {
        return read("r.id = :relation and (r.person_id = :person or r.other_id = :person)", person, relation).stream().findFirst().orElseThrow(() -> new NotFound("relation", relation));
    }

    /** Those on this side who have this very name already, so that nobody is recorded twice. */
    public List<SameName> sameName(About about) {
        return sql.sql("""
                select id, given_name, family_name, known_as, born_on from people.person
                 where organisation_id = access.organisation() and side = access.side() and family_key = :family and (given_key = :given or known_key = :given) order by recorded_at, id limit 20
                """).param("family", Names.key(about.familyName())).param("given", Names.key(about.givenName().isBlank() ? about.knownAs() : about.givenName()))
                .query((row, number) -> new SameName(new PersonId(row.getObject("id", UUID.class)), name(row), row.getObject("born_on", LocalDate.class))).list();
    }

    /** Records somebody new around this person. */
    public UUID add(PersonId person, About about, Around around, Actor.Worker me) {
        PersonFacts facts = people.find(person).orElseThrow(() -> new NotFound("person", person.id()));
        return add(person, people.record(new NewPerson(facts.side(), about), me), around, me);
    }

    /** Somebody already recorded on this side is around this person. RuleBroken when they are so already, or are the same person. */
    public UUID add(PersonId person, PersonId other, Around around, Actor.Worker me) {
        if (person.equals(other)) throw new RuleBroken("people.same-person", "A person cannot be related to themselves.");
        if (people.find(person).isEmpty() || people.find(other).isEmpty()) throw new NotFound("person", other.id());
        UUID id = UUID.randomUUID();
        OffsetDateTime now = Times.at(clock.instant());
        try {
            sql.sql("""
                    insert into people.relation (id, organisation_id, side, person_id, other_id, kind, lives_with, notes, recorded_by, recorded_at, changed_at, version)
                    values (:id, :organisation, :side, :person, :other, :kind, :lives, :notes, :by, :at, :at, 1)
                    """).param("id", id).param("organisation", me.organisation().id()).param("side", SafeContacts.side(me)).param("person", person.id()).param("other", other.id())
                    .param("kind", around.kind().name()).param("lives", around.livesWith().name()).param("notes", seal.closeWords(around.notes(), NOTES, id)).param("by", me.worker().id()).param("at", now).update();
        } catch (DuplicateKeyException already) {
            throw new RuleBroken("people.already-related", "The two are already on each other’s page. Change what is there.");
        }
        judge(id, around, me);
        tell(person, me, "somebody around them recorded");
        return id;
    }

    /** Changes what is said. A role that differs is a new judgement; the earlier ones stay. ChangedMeanwhile when somebody else did since {@code version} was read. */
    public void change(PersonId person, UUID relation, Around around, int version, Actor.Worker me) {
        Relation before = one(person, relation);
        boolean turned = sql.sql("select person_id from people.relation where id = :id").param("id", relation).query(UUID.class).single().equals(person.id());
        RelationKind kind = turned ? around.kind() : around.kind().seenFromTheOther();
        int changed = sql.sql("update people.relation set kind = :kind, lives_with = :lives, notes = :notes, changed_at = :at, version = version + 1 where id = :id and version = :version and ended_at is null")
                .param("kind", kind.name()).param("lives", around.livesWith().name()).param("notes", seal.closeWords(around.notes(), NOTES, relation)).param("at", Times.at(clock.instant()))
                .param("id", relation).param("version", version).update();
        if (changed == 0) throw new ChangedMeanwhile();
        Relation.Judged judged = before.judged();
        if (judged.role() != around.role() || judged.certainty() != around.certainty() || !judged.why().equals(around.why().strip())) {
            judge(relation, turned ? around : new Around(around.kind(), around.livesWith(), around.role().seenFromTheOther(), around.certainty(), around.why(), around.notes()), me);
        }
        tell(person, me, "somebody around them changed");
    }

    /** They are not around this person, or never were; it can be undone. */
    public void end(PersonId person, UUID relation, Actor.Worker me) {
        one(person, relation);
        sql.sql("update people.relation set ended_at = :at, version = version + 1 where id = :id and ended_at is null").param("at", Times.at(clock.instant())).param("id", relation).update();
        tell(person, me, "somebody around them taken back");
    }

    public void restore(PersonId person, UUID relation, Actor.Worker me) {
        one(person, relation);
        try {
            sql.sql("update people.relation set ended_at = null, version = version + 1 where id = :id and ended_at is not null").param("id", relation).update();
        } catch (DuplicateKeyException already) {
            throw new RuleBroken("people.already-related", "The two are already on each other’s page. Change what is there.");
        }
        tell(person, me, "somebody around them put back");
    }

    /**
     * Who harms whom was the other way round: each role of harm around this person turns, and can be turned back. What was said before stays in the history.
     *
     * @param harms whether this person is, as far as is known now, the one who causes harm
     * @param because the id of the correction
     */
    public void turn(PersonId person, boolean harms, Certainty certainty, String why, UUID because, Actor.Worker me) {
        record Row(UUID id, boolean forwards, RelationKind kind, HarmRole role) {}
        List<Row> rows = sql.sql("""
                select r.id, r.person_id = :person as forwards, r.kind, h.role from people.relation r
                  join lateral (select role from people.relation_role one where one.relation_id = r.id order by one.number desc limit 1) h on true
                 where (r.person_id = :person or r.other_id = :person) and r.ended_at is null and h.role in ('CAUSING_HARM', 'HARMED')
                """).param("person", person.id()).query(Row.class).list();
        for (Row row : rows) {
            HarmRole now = row.forwards ? row.role : row.role.seenFromTheOther();
            boolean child = (row.forwards ? row.kind : row.kind.seenFromTheOther()) == RelationKind.CHILD;
            if (harms ? now != HarmRole.CAUSING_HARM : now != HarmRole.HARMED) continue;
            // Safety: that a parent is seen as harmed makes nobody's child one who harms.
            HarmRole turned = harms ? HarmRole.HARMED : child ? HarmRole.UNCLEAR : HarmRole.CAUSING_HARM;
            judge(row.id, row.forwards ? turned : turned.seenFromTheOther(), certainty, why, because, me);
        }
        tell(person, me, "who harms whom corrected");
    }

    /** Turns back what this correction turned, where nobody has judged anew since. */
    public void turnBack(PersonId person, UUID because, Actor.Worker me) {
        record Row(UUID id, UUID relationId, HarmRole role, Certainty certainty, byte @Nullable [] why) {}
        List<Row> rows = sql.sql("""
                select b.id, b.relation_id, b.role, b.certainty, b.why from people.relation_role t join people.relation_role b on b.relation_id = t.relation_id and b.number = t.number - 1
                 where t.because_of = :because and not exists (select from people.relation_role n where n.relation_id = t.relation_id and n.number > t.number)
                """).param("because", because).query(Row.class).list();
        rows.forEach(row -> judge(row.relationId, row.role, row.certainty, seal.openWords(row.why, WHY, row.id), null, me));
        tell(person, me, "correction of who harms whom undone");
    }

    private void judge(UUID relation, HarmRole role, Certainty certainty, String why, @Nullable UUID because, Actor.Worker me) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                insert into people.relation_role (id, relation_id, number, role, certainty, why, said_by, said_at, because_of)
                values (:id, :relation, (select coalesce(max(number), 0) + 1 from people.relation_role where relation_id = :relation), :role, :certainty, :why, :by, :at, :because)
                """)
                .param("id", id).param("relation", relation).param("role", role.name()).param("certainty", certainty.name()).param("why", seal.closeWords(why, WHY, id))
                .param("by", me.worker().id()).param("at", Times.at(clock.instant())).param("because", because, Types.OTHER).update();
    }

    private void judge(UUID relation, Around around, Actor.Worker me) {
        if (around.role() == HarmRole.NOT_SAID && sql.sql("select not exists (select from people.relation_role where relation_id = :id)").param("id", relation).query(Boolean.class).single()) return;
        judge(relation, around.role(), around.certainty(), around.why(), null, me);
    }

    private void tell(PersonId person, Actor.Worker me, String what) {
        trail.changed("person", person.id(), what);
        events.publishEvent(new PersonEvent.Changed(person, me.organisation()));
    }

    private List<Relation> read(String which, PersonId person, @Nullable UUID relation) {
        return sql.sql("""
                select r.id, r.person_id = :person as forwards, r.kind, r.lives_with, r.notes, r.version, r.ended_at, p.id as other_id, p.given_name, p.family_name, p.known_as, p.born_on,
                       h.id as role_id, h.role, h.certainty, h.why, h.said_by, h.said_at
                  from people.relation r
                  join people.person p on p.id = case when r.person_id = :person then r.other_id else r.person_id end
                  left join lateral (select * from people.relation_role one where one.relation_id = r.id order by one.number desc limit 1) h on true
                 where %s order by r.recorded_at, p.given_key, r.id
                """.formatted(which)).param("person", person.id()).param("relation", relation).query(this::relation).list();
    }

    private Relation relation(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        boolean forwards = row.getBoolean("forwards");
        RelationKind kind = RelationKind.valueOf(row.getString("kind"));
        return new Relation(id, new PersonId(row.getObject("other_id", UUID.class)), name(row), row.getObject("born_on", LocalDate.class), forwards ? kind : kind.seenFromTheOther(),
                LivesWith.valueOf(row.getString("lives_with")), judged(row, forwards), seal.openWords(row.getBytes("notes"), NOTES, id), row.getInt("version"),
                row.getObject("ended_at") == null ? null : row.getObject("ended_at", OffsetDateTime.class).toInstant());
    }

    private Relation.Judged judged(ResultSet row, boolean forwards) throws SQLException {
        UUID id = row.getObject("role_id", UUID.class);
        if (id == null) return Relation.Judged.NOTHING;
        HarmRole role = HarmRole.valueOf(row.getString("role"));
        return new Relation.Judged(forwards ? role : role.seenFromTheOther(), Certainty.valueOf(row.getString("certainty")), seal.openWords(row.getBytes("why"), WHY, id),
                new WorkerId(row.getObject("said_by", UUID.class)), row.getObject("said_at", OffsetDateTime.class).toInstant());
    }

    static String name(ResultSet row) throws SQLException {
        return new About(row.getString("given_name"), row.getString("family_name"), row.getString("known_as"), null, "", "", "", false, "", "").displayName();
    }
}
