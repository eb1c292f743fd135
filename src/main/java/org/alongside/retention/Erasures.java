package org.alongside.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files erased before their time: one person asks, another agrees, and what cannot be undone happens after that. */
@Service
@Transactional
public class Erasures {
    private static final String WORDS = "retention.erasure.words", OPEN = "refused_at is null";
    private final Files files;
    private final People people;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final Seal seal;
    private final AuditTrail trail;
    private final Clock clock;

    Erasures(Files files, People people, Jobs jobs, JdbcClient sql, Seal seal, AuditTrail trail, Clock clock) {
        this.files = files;
        this.people = people;
        this.jobs = jobs;
        this.sql = sql;
        this.seal = seal;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param id made with the form, so that a second press finds the first */
    public void ask(UUID id, PersonId person, ErasureReason why, String words, Actor.Worker me) {
        me.mustBe(Rules.ROLES);
        if (people.find(person).isEmpty()) throw new NotFound("person", person.id());
        files.mustNotBeNeeded(person);
        if (of(person).filter(one -> one.id().equals(id)).isPresent()) return;
        try {
            sql.sql("insert into retention.erasure (id, person_id, why, words, asked_by, asked_at) values (:id, :person, :why, :words, :by, :now)").param("id", id).param("person", person.id())
                    .param("why", why.name()).param("words", seal.close(words, WORDS, id)).param("by", me.worker().id()).param("now", Times.at(clock.instant())).update();
        } catch (DuplicateKeyException already) {
            throw new RuleBroken("retention.already-asked", "Somebody asked for it already.");
        }
        trail.changed("person", person.id(), "erasure asked for: " + why);
    }

    public void agree(UUID id, Actor.Worker me) {
        Erasure erasure = one(id, me);
        // Safety: what cannot be undone is never one person's decision.
        if (erasure.askedBy().equals(me.worker())) throw new RuleBroken("retention.agreed-with-oneself", "You asked for it: somebody else must agree.");
        files.mustNotBeNeeded(erasure.person());
        sql.sql("update retention.erasure set agreed_by = :by, agreed_at = :now where id = :id and agreed_by is null").param("by", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
        trail.changed("person", erasure.person().id(), "erasure agreed");
        jobs.ask(Eraser.AGREED, me.organisation(), id, clock.instant());
    }

    /** It stays. */
    public void refuse(UUID id, Actor.Worker me) {
        Erasure erasure = one(id, me);
        if (erasure.agreedBy() != null) throw new RuleBroken("retention.agreed", "It was agreed already.");
        sql.sql("update retention.erasure set refused_by = :by, refused_at = :now where id = :id").param("by", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
        trail.changed("person", erasure.person().id(), "erasure refused");
    }

    public Optional<Erasure> of(PersonId person) {
        return sql.sql("select * from retention.erasure where person_id = :person and " + OPEN).param("person", person.id()).query(this::erasure).optional();
    }

    public List<Erasure> open() {
        return sql.sql("select * from retention.erasure where organisation_id = access.organisation() and side = access.side() and " + OPEN + " order by asked_at, id limit 200").query(this::erasure).list();
    }

    /** NotFound when it is not there for whoever asks. */
    public Erasure one(UUID id, Actor.Worker me) {
        me.mustBe(Rules.ROLES);
        return sql.sql("select * from retention.erasure where id = :id and " + OPEN).param("id", id).query(this::erasure).optional().orElseThrow(() -> new NotFound("erasure", id));
    }

    /** Agreed and not gone yet; for the job. */
    Optional<Erasure> agreed(UUID id) {
        return sql.sql("select * from retention.erasure where id = :id and agreed_by is not null and " + OPEN).param("id", id).query(this::erasure).optional();
    }

    void erase(PersonId person) {
        sql.sql("delete from retention.erasure where person_id = :person").param("person", person.id()).update();
    }

    private Erasure erasure(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Erasure(id, new PersonId(row.getObject("person_id", UUID.class)), ErasureReason.valueOf(row.getString("why")), seal.openWords(row.getBytes("words"), WORDS, id), new WorkerId(row.getObject("asked_by", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(), Holds.worker(row, "agreed_by"));
    }
}
