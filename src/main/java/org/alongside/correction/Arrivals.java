package org.alongside.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.Allocate;
import org.alongside.casework.Allocations;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.WrongSide;
import org.alongside.people.NewPerson;
import org.alongside.people.OtherNames;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Those who come from the other side: a lead takes them on, or says no. Source: docs/adr/0024. */
@Service
public class Arrivals {
    private static final String REFUSED = "correction.moved.refused_words";
    private static final String ARRIVAL = """
            select m.id, m.side, s.pair_id, s.state, s.refused_because, m.refused_words, m.facts, m.moved_at, m.person_id, m.case_id, m.decided_by
              from correction.moved m join correction.standing s on s.id = m.id where m.organisation_id = access.organisation() and m.side = access.side()
            """;
    private static final int MOST = 200;
    private final WrongSide wrongSide;
    private final Cases cases;
    private final Allocations allocations;
    private final People people;
    private final OtherNames names;
    private final Leads leads;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Arrivals(WrongSide wrongSide, Cases cases, Allocations allocations, People people, OtherNames names, Leads leads, AuditTrail audit, JdbcClient sql, TransactionTemplate transaction, Seal seal, Clock clock) {
        this.wrongSide = wrongSide;
        this.cases = cases;
        this.allocations = allocations;
        this.people = people;
        this.names = names;
        this.leads = leads;
        this.audit = audit;
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
    }

    /** The moves to one's own side, those first that wait. Whoever worked with somebody on the other side does not find them. Not audited. */
    public List<Arrival> all(Actor.Worker me) {
        Leads.mustBeOne(me);
        return transaction.execute(status -> mine(sql.sql(ARRIVAL + " order by s.state <> 'WAITING', m.moved_at desc, m.id limit :most").param("most", MOST).query(this::arrival).list(), me));
    }

    public Optional<Arrival> one(UUID id, Actor.Worker me) {
        Leads.mustBeOne(me);
        return transaction.execute(status -> mine(sql.sql(ARRIVAL + " and m.id = :id").param("id", id).query(this::arrival).list(), me).stream().findFirst());
    }

    private List<Arrival> mine(List<Arrival> all, Actor.Worker me) {
        if (all.isEmpty()) return all;
        // Safety: whoever knows them from the other side is not the one who takes them on.
        Set<UUID> kept = wrongSide.keptFrom(me);
        return all.stream().filter(one -> !kept.contains(one.pair())).toList();
    }

    /**
     * Takes somebody on: a person and a case begin here, or the record they had here opens again.
     *
     * @param to whoever works with them from now on; null for nobody yet @param press made with the form. RuleBroken when it was decided or undone meanwhile
     */
    public CaseId accept(UUID id, @Nullable WorkerId to, UUID press, Actor.Worker me) {
        Leads.mustBeOne(me);
        return transaction.execute(status -> {
            Arrival arrival = one(id, me).orElseThrow(() -> new NotFound("correction", id));
            CaseId known = arrival.caseId();
            if (arrival.state() == State.ACCEPTED && known != null) return known;
            int step = sql.sql("update correction.standing set state = 'ACCEPTED', accepted_by = :me where id = :id and state = 'WAITING'").param("me", me.worker().id()).param("id", id).update();
            MovedFacts facts = arrival.facts();
            if (step == 0 || facts == null) throw Leads.meanwhile();
            CaseId taken = wrongSide.thaw(arrival.pair(), "Opened again: they came back over the wall", me).orElse(null);
            if (taken != null) wrongSide.note(taken, facts.note(), me);
            else taken = begin(facts, arrival.pair(), me);
            wrongSide.keepFrom(arrival.pair(), me.worker(), arrival.to().other());
            sql.sql("update correction.moved set facts = null, person_id = :person, case_id = :case, decided_by = :me, decided_at = :now where id = :id").param("person", cases.facts(taken).person().id()).param("case", taken.id()).param("me", me.worker().id())
                    .param("now", Times.at(clock.instant())).param("id", id).update();
            if (to != null) allocations.allocate(taken, new Allocate(press, to, null, null, null, null), me);
            audit.changed("case", taken.id(), "taken on over the wall");
            audit.changed("correction", id, "accepted");
            leads.tell(me.organisation(), me.worker());
            return taken;
        });
    }

    private CaseId begin(MovedFacts facts, UUID pair, Actor.Worker me) {
        PersonId person = people.record(new NewPerson(Objects.requireNonNull(me.side()), facts.about(), facts.contact()), me);
        facts.otherNames().forEach(one -> names.add(person, UUID.randomUUID(), one.given(), one.family(), me));
        CaseId began = wrongSide.arrive(person, pair, facts.note(), cases, me);
        // Whoever may be in danger is assessed first of all.
        if (me.side() == Side.SUPPORT) cases.lookAgainBy(began, MomentKind.ASSESSMENT, Times.day(clock.instant()));
        return began;
    }

    /** Says no. @param because goes back to the other side @param words stay here */
    public void refuse(UUID id, RefusedBecause because, String words, Actor.Worker me) {
        Leads.mustBeOne(me);
        transaction.executeWithoutResult(status -> {
            Arrival arrival = one(id, me).orElseThrow(() -> new NotFound("correction", id));
            if (arrival.state() == State.REFUSED && me.worker().equals(arrival.decidedBy())) return;
            int step = sql.sql("update correction.standing set state = 'REFUSED', refused_because = :because where id = :id and state = 'WAITING'").param("because", because.name()).param("id", id).update();
            if (step == 0) throw Leads.meanwhile();
            wrongSide.keepFrom(arrival.pair(), me.worker(), arrival.to().other());
            sql.sql("update correction.moved set facts = null, refused_words = :words, decided_by = :me, decided_at = :now where id = :id").param("words", seal.close(words, REFUSED, id), Types.BINARY).param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
            audit.changed("correction", id, "refused");
            leads.tell(me.organisation(), me.worker());
        });
    }

    private Arrival arrival(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class), person = row.getObject("person_id", UUID.class), caseId = row.getObject("case_id", UUID.class), by = row.getObject("decided_by", UUID.class);
        byte[] facts = row.getBytes("facts");
        return new Arrival(id, Side.valueOf(row.getString("side")), row.getObject("pair_id", UUID.class), State.valueOf(row.getString("state")), RefusedBecause.of(row.getString("refused_because")), seal.open(row.getBytes("refused_words"), REFUSED, id),
                facts == null ? null : json.readValue(seal.open(facts, Corrections.FACTS, id), MovedFacts.class), Times.instant(row, "moved_at"), person == null ? null : new PersonId(person), caseId == null ? null : new CaseId(caseId), by == null ? null : new WorkerId(by));
    }
}
