package org.alongside.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.people.PersonFiles;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that must stay whatever their clock says. Placed by one and looked at by a second; let go by two. */
@Service
@Transactional
public class Holds {
    private static final String WORDS = "retention.hold.words";
    private final PersonFiles files;
    private final JdbcClient sql;
    private final Seal seal;
    private final AuditTrail trail;
    private final Clock clock;

    Holds(PersonFiles files, JdbcClient sql, Seal seal, AuditTrail trail, Clock clock) {
        this.files = files;
        this.sql = sql;
        this.seal = seal;
        this.trail = trail;
        this.clock = clock;
    }

    /** In force at once. @param id made with the form, so that a second press finds the first */
    public void place(UUID id, PersonId person, HoldReason reason, String words, Actor.Worker me) {
        me.mustBe(Rules.ROLES);
        files.hold(person, true);
        int placed = sql.sql("insert into retention.hold (id, person_id, reason, words, placed_by, placed_at) values (:id, :person, :reason, :words, :by, :now) on conflict (id) do nothing")
                .param("id", id).param("person", person.id()).param("reason", reason.name()).param("words", seal.close(words, WORDS, id)).param("by", me.worker().id()).param("now", now()).update();
        if (placed == 1) trail.changed("person", person.id(), "held: " + reason);
    }

    /** A second person looked at it and agrees. */
    public void second(UUID id, Actor.Worker me) {
        Hold hold = open(id, me);
        if (hold.placedBy().equals(me.worker())) throw new RuleBroken("retention.second-oneself", "You placed it: somebody else looks at it.");
        sql.sql("update retention.hold set second_by = :by, second_at = :now where id = :id and second_by is null").param("by", me.worker().id()).param("now", now()).param("id", id).update();
        trail.changed("person", hold.person().id(), "hold looked at");
    }

    /** Somebody thinks that the file need not stay any longer. Asking anew after a colleague did is how it is let go. */
    public void lift(UUID id, Actor.Worker me) {
        Hold hold = open(id, me);
        if (hold.liftAskedBy() == null) {
            sql.sql("update retention.hold set lift_asked_by = :by, lift_asked_at = :now where id = :id").param("by", me.worker().id()).param("now", now()).param("id", id).update();
            trail.changed("person", hold.person().id(), "hold to be lifted");
            return;
        }
        // Safety: nobody lets a held file go alone.
        if (hold.liftAskedBy().equals(me.worker())) throw new RuleBroken("retention.lift-alone", "You asked for it already: somebody else must agree.");
        sql.sql("update retention.hold set lifted_by = :by, lifted_at = :now where id = :id").param("by", me.worker().id()).param("now", now()).param("id", id).update();
        if (of(hold.person()).stream().noneMatch(Hold::isOpen)) files.hold(hold.person(), false);
        trail.changed("person", hold.person().id(), "hold lifted");
    }

    /** It stays after all. */
    public void keep(UUID id, Actor.Worker me) {
        Hold hold = open(id, me);
        sql.sql("update retention.hold set lift_asked_by = null, lift_asked_at = null where id = :id").param("id", id).update();
        trail.changed("person", hold.person().id(), "hold stays");
    }

    /** The newest first, lifted ones among them. */
    public List<Hold> of(PersonId person) {
        return sql.sql("select * from retention.hold where person_id = :person order by placed_at desc, id").param("person", person.id()).query(this::hold).list();
    }

    public List<Hold> open() {
        return sql.sql("select * from retention.hold where organisation_id = access.organisation() and side = access.side() and lifted_at is null order by placed_at, id limit 200").query(this::hold).list();
    }

    /** NotFound when it is not there for whoever asks. */
    public Hold one(UUID id) {
        return sql.sql("select * from retention.hold where id = :id").param("id", id).query(this::hold).optional().orElseThrow(() -> new NotFound("hold", id));
    }

    private Hold open(UUID id, Actor.Worker me) {
        me.mustBe(Rules.ROLES);
        Hold hold = one(id);
        if (!hold.isOpen()) throw new RuleBroken("retention.lifted", "It was let go already.");
        return hold;
    }

    void erase(PersonId person) {
        sql.sql("delete from retention.hold where person_id = :person").param("person", person.id()).update();
    }

    private Hold hold(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
        return new Hold(id, new PersonId(row.getObject("person_id", UUID.class)), HoldReason.valueOf(row.getString("reason")), seal.openWords(row.getBytes("words"), WORDS, id), new WorkerId(row.getObject("placed_by", UUID.class)),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(), worker(row, "second_by"), worker(row, "lift_asked_by"), worker(row, "lifted_by"), lifted == null ? null : lifted.toInstant());
    }

    static @Nullable WorkerId worker(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new WorkerId(id);
    }

    private OffsetDateTime now() {
        return Times.at(clock.instant());
    }
}
