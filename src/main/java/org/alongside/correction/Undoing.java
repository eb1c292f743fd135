package org.alongside.correction;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.WrongSide;
import org.alongside.messages.Messages;
import org.alongside.people.PersonId;
import org.alongside.people.Relations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a move back. The two sides have no transaction in common, so it goes step by step, each done once. Source: docs/adr/0024. */
@Service
public class Undoing {
    static final String JOB = "correction-undo";
    private static final String WHY = Corrections.UNDO_WHY;
    private final Corrections corrections;
    private final WrongSide wrongSide;
    private final Relations relations;
    private final Messages messages;
    private final Leads leads;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Clock clock;

    Undoing(Corrections corrections, WrongSide wrongSide, Relations relations, Messages messages, Leads leads, AuditTrail audit, Jobs jobs, JdbcClient sql, TransactionTemplate transaction, Seal seal, Clock clock) {
        this.corrections = corrections;
        this.wrongSide = wrongSide;
        this.relations = relations;
        this.messages = messages;
        this.leads = leads;
        this.audit = audit;
        this.jobs = jobs;
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
    }

    /** Takes a move back: closed on the other side first, then opened here as it was. Called outside a transaction. RuleBroken when it is too late, was undone already, or somebody moved them again since. */
    public void undo(UUID id, String why, Actor.Worker me) {
        Leads.mustBeOne(me);
        transaction.executeWithoutResult(status -> {
            Move move = corrections.away(id, me).orElseThrow(() -> new NotFound("correction", id));
            if (!move.state().mayBeUndone()) {
                if (me.worker().equals(move.undoneBy())) return;
                throw new RuleBroken("correction.undone", "Somebody has undone this already.");
            }
            if (!move.newest()) throw new RuleBroken("correction.older", "They were moved again since. Undo that one.");
            if (!move.mayBeUndone(clock.instant())) throw new RuleBroken("correction.late", "It is more than 30 days ago. The other side can move them back.");
            int step = sql.sql("update correction.standing set state = 'UNDOING', undone_by = :me where id = :id and state = :seen").param("me", me.worker().id()).param("id", id).param("seen", move.state().name()).update();
            if (step == 0) throw Leads.meanwhile();
            sql.sql("update correction.correction set undo_why = :why, undone_at = :now where id = :id").param("why", seal.close(why, WHY, id)).param("now", Times.at(clock.instant())).param("id", id).update();
            audit.changed("correction", id, "undo asked");
            jobs.ask(JOB, me.organisation(), id, clock.instant());
        });
        finish(id, me.organisation(), me);
    }

    private record Standing(UUID id, Side side, Side toSide, UUID pairId, State state, @Nullable UUID acceptedBy, @Nullable UUID undoneBy) {}

    /** What is left of an undo; the job finishes what was interrupted. */
    void finish(UUID id, OrganisationId organisation, Actor asking) {
        // Safety: within a transaction of one side, the steps of the other would be taken as that side.
        if (TransactionSynchronizationManager.isActualTransactionActive()) throw new IllegalStateException("An undo has a transaction on each side.");
        Optional<Standing> found = Acting.as(asking, () -> transaction.execute(status -> sql.sql("select id, side, to_side, pair_id, state, accepted_by, undone_by from correction.standing where id = :id and state in ('UNDOING', 'PARTED')").param("id", id).query(Standing.class).optional()));
        if (found.isEmpty()) return;
        Standing standing = found.get();
        UUID by = Objects.requireNonNull(standing.undoneBy);
        // Safety: whoever undoes it knows them from this side, so what closes over there closes in the name of the lead who took them on; nobody sees anything of it.
        Actor.Worker there = lead(standing.acceptedBy == null ? by : standing.acceptedBy, organisation, standing.toSide), here = lead(by, organisation, standing.side);
        Acting.as(there, () -> transaction.executeWithoutResult(status -> part(standing, there)));
        Acting.as(here, () -> transaction.executeWithoutResult(status -> restore(standing, here)));
    }

    private static Actor.Worker lead(UUID worker, OrganisationId organisation, Side side) {
        return new Actor.Worker(new WorkerId(worker), organisation, side, Set.of(Role.SAFEGUARDING_LEAD));
    }

    private void part(Standing standing, Actor.Worker there) {
        if (sql.sql("update correction.standing set state = 'PARTED' where id = :id and state = 'UNDOING'").param("id", standing.id).update() == 0) return;
        record Began(@Nullable UUID personId) {}
        Began began = sql.sql("update correction.moved set facts = null where id = :id returning person_id").param("id", standing.id).query(Began.class).single();
        if (began.personId != null) {
            PersonId person = new PersonId(began.personId);
            if (wrongSide.of(person).stream().anyMatch(one -> !one.locked())) wrongSide.freeze(person, "The house closed it: the side they came from took the move back.", false, there);
            messages.withdraw(person, there);
        }
        audit.changed("correction", standing.id, "closed by the house, undone by the side they came from");
    }

    private void restore(Standing standing, Actor.Worker here) {
        if (sql.sql("update correction.standing set state = 'UNDONE' where id = :id and state = 'PARTED'").param("id", standing.id).update() == 0) return;
        UUID person = sql.sql("select person_id from correction.correction where id = :id").param("id", standing.id).query(UUID.class).single();
        wrongSide.thaw(standing.pairId, "Opened again: the move across the wall was undone", here);
        relations.turnBack(new PersonId(person), standing.id, here);
        audit.changed("person", person, "move across the wall undone");
        audit.changed("correction", standing.id, "undone");
        leads.tell(here.organisation(), here.worker());
    }
}
