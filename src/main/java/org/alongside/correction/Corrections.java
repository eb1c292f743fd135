package org.alongside.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.Allocate;
import org.alongside.casework.Allocations;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.FollowsCorrection;
import org.alongside.casework.FollowsCorrection.Consequence;
import org.alongside.casework.MomentKind;
import org.alongside.casework.WrongSide;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.people.Certainty;
import org.alongside.people.NewPerson;
import org.alongside.people.OtherNames;
import org.alongside.people.People;
import org.alongside.people.PersonFacts;
import org.alongside.people.PersonId;
import org.alongside.people.Relations;
import org.alongside.retention.Ages;
import org.alongside.retention.KeptKind;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who harms whom is seen the other way round. The side where somebody was written down closes and locks what it has; a lead of the other side takes them on, or says no; the first side can take it back.
 * Source: docs/adr/0024.
 */
@Service
public class Corrections implements Ages {
    public static final Role[] ROLES = WrongSide.ROLES;
    static final String WAITS = "correction-waits", UNDO = "correction-undo";
    /** How soon somebody should have taken them on; asked again each day. */
    static final Duration TAKEN_ON_WITHIN = Duration.ofHours(24);
    private static final String WHY = "correction.correction.why", FOLLOWED = "correction.correction.followed", UNDO_WHY = "correction.correction.undo_why", FACTS = "correction.moved.facts", REFUSED = "correction.moved.refused_words";
    /** Before each sentence that is kept: whether undoing brings it back. */
    private static final String BACK = "+", LOST = "-";
    private static final int MOST = 200;
    private static final int GROWN_UP = 18;
    private final WrongSide wrongSide;
    private final Cases cases;
    private final Allocations allocations;
    private final People people;
    private final OtherNames names;
    private final Relations relations;
    private final Messages messages;
    private final Organisations organisations;
    private final ObjectProvider<FollowsCorrection> rooms;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Corrections(WrongSide wrongSide, Cases cases, Allocations allocations, People people, OtherNames names, Relations relations, Messages messages, Organisations organisations, ObjectProvider<FollowsCorrection> rooms, AuditTrail audit, Jobs jobs, JdbcClient sql,
            TransactionTemplate transaction, Seal seal, Clock clock) {
        this.wrongSide = wrongSide;
        this.cases = cases;
        this.allocations = allocations;
        this.people = people;
        this.names = names;
        this.relations = relations;
        this.messages = messages;
        this.organisations = organisations;
        this.rooms = rooms;
        this.audit = audit;
        this.jobs = jobs;
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
    }

    /** What a lead says. @param why stays on this side @param danger to somebody else, and {@code cameFrom}: they go over */
    public record Said(Certainty certainty, String why, String danger, String cameFrom) {}

    /** What will follow, in order. @param held their cases on this side; none: there is nothing to move */
    public record Ahead(List<WrongSide.Held> held, List<Consequence> consequences) {}

    /** What a move of this person would do now. Not audited: the page is. */
    public Ahead ahead(PersonId person, Actor.Worker me) {
        mustBeALead(me);
        return transaction.execute(status -> {
            List<WrongSide.Held> held = wrongSide.of(person);
            return new Ahead(held, held.isEmpty() ? List.of() : consequences(person, held));
        });
    }

    private List<Consequence> consequences(PersonId person, List<WrongSide.Held> held) {
        List<Consequence> all = new ArrayList<>();
        List<CaseId> ids = held.stream().map(WrongSide.Held::id).toList();
        rooms.orderedStream().forEach(room -> all.addAll(room.of(ids)));
        int waiting = messages.waiting(person);
        if (waiting > 0) all.add(new Consequence(5, waiting == 1 ? "One message to them that has not left is withdrawn." : waiting + " messages to them that have not left are withdrawn.", false, false));
        all.add(new Consequence(6, "The contact rules say no: nobody here writes to them, calls them or leaves a message.", true, false));
        held.forEach(one -> all.add(new Consequence(15, one.isOpen() ? "Case " + one.reference() + " closes and is locked. Only leads and managers open it." : "Case " + one.reference() + ", closed already, is locked too.", true, false)));
        if (held.stream().anyMatch(one -> one.worker() != null)) all.add(new Consequence(16, "Whoever works with them has the case no longer, and can never be given their case on the other side. Tell your colleague yourself. Undoing does not give the case back by itself.", false, false));
        int actions = held.stream().filter(WrongSide.Held::isOpen).mapToInt(WrongSide.Held::actions).sum();
        if (actions > 0) all.add(new Consequence(40, actions == 1 ? "One action that is still to be done leaves your colleagues’ lists." : actions + " actions that are still to be done leave your colleagues’ lists.", true, false));
        return all.stream().sorted(Comparator.comparingInt(Consequence::order)).toList();
    }

    /** Moves somebody. @param id made with the form, so that a second press finds the first. RuleBroken when somebody moved them meanwhile, they are a child, or there is nothing to move. */
    public void move(PersonId person, UUID id, Said said, Actor.Worker me) {
        mustBeALead(me);
        transaction.executeWithoutResult(status -> {
            PersonFacts facts = people.find(person).orElseThrow(() -> new NotFound("person", person.id()));
            // Safety: of two presses, or two leads, the first moves them and the second finds that done.
            sql.sql("select pg_advisory_xact_lock(hashtextextended(:person, 6))").param("person", person.id().toString()).query((row, number) -> 0).list();
            if (sql.sql("select exists (select from correction.correction where id = :id)").param("id", id).query(Boolean.class).single()) return;
            mustNotBeAChild(facts);
            put(facts, id, said, me);
        });
    }

    /** Safety: a child is never written down as one who causes harm by a press of a button. */
    public void mustNotBeAChild(PersonFacts facts) {
        LocalDate born = facts.about().bornOn();
        if (facts.side() == Side.SUPPORT && born != null && born.plusYears(GROWN_UP).isAfter(Times.day(clock.instant()))) throw new RuleBroken("correction.child", "They are under 18. A child is not moved: raise it under Safeguarding in their case.");
    }

    private void put(PersonFacts facts, UUID id, Said said, Actor.Worker me) {
        PersonId person = facts.id();
        Instant now = clock.instant();
        Side there = facts.side().other();
        List<WrongSide.Held> held = wrongSide.of(person);
        String followed = String.join("\n", held.isEmpty() ? List.of() : consequences(person, held).stream().map(one -> (one.comesBack() ? BACK : LOST) + one.words()).toList());
        UUID pair = wrongSide.freeze(person, "", true, me);
        messages.withdraw(person, me);
        relations.turn(person, there == Side.CHANGE, said.certainty(), said.why(), id, me);
        sql.sql("insert into correction.standing (id, to_side, pair_id, state, made_at) values (:id, :there, :pair, 'WAITING', :now)").param("id", id).param("there", there.name()).param("pair", pair).param("now", Times.at(now)).update();
        sql.sql("insert into correction.correction (id, person_id, certainty, why, followed) values (:id, :person, :certainty, :why, :followed)").param("id", id).param("person", person.id()).param("certainty", said.certainty().name())
                .param("why", seal.close(said.why(), WHY, id)).param("followed", seal.close(followed, FOLLOWED, id)).update();
        sql.sql("insert into correction.moved (id, side, facts, moved_at) values (:id, :there, :facts, :now)").param("id", id).param("there", there.name()).param("facts", seal.close(json.writeValueAsString(facts(facts, said)), FACTS, id)).param("now", Times.at(now)).update();
        audit.changed("person", person.id(), "moved across the wall");
        audit.changed("correction", id, "made");
        tell(me.organisation(), me.worker());
        jobs.ask(WAITS, me.organisation(), id, now.plus(TAKEN_ON_WITHIN));
    }

    private MovedFacts facts(PersonFacts facts, Said said) {
        var about = facts.about();
        return new MovedFacts(about.givenName(), about.familyName(), about.knownAs(), names.of(facts.id()).stream().map(one -> new MovedFacts.Name(one.givenName(), one.familyName())).toList(), about.bornOn(), about.gender(), about.pronouns(), about.languages(),
                about.interpreterNeeded(), people.safeContact(facts.id()).phone(), said.certainty(), said.danger(), said.cameFrom());
    }

    /** The leads of both sides, in neutral words. */
    private void tell(OrganisationId organisation, @Nullable WorkerId except) {
        Stream.of(Role.SAFEGUARDING_LEAD, Role.MANAGER).flatMap(role -> Stream.of(Side.values()).flatMap(side -> organisations.withRole(organisation, side, role).stream())).distinct()
                .filter(worker -> !worker.equals(except)).forEach(worker -> messages.notice(organisation, null, worker));
    }

    private static final String MOVE = """
            select s.id, s.side, c.person_id, s.pair_id, c.certainty, c.why, c.followed, c.made_by, s.made_at, s.state, s.refused_because, c.undo_why, s.undone_by,
                   not exists (select from correction.standing n where n.pair_id = s.pair_id and n.made_at > s.made_at and n.state <> 'UNDONE') as newest
              from correction.correction c join correction.standing s on s.id = c.id where c.organisation_id = access.organisation() and c.side = access.side()
            """;

    /** The moves away from one's own side, those first that somebody must see to. Ask for names before showing them; not audited. */
    public List<Move> away(Actor.Worker me) {
        mustBeALead(me);
        return transaction.execute(status -> sql.sql(MOVE + " order by s.state not in ('WAITING', 'REFUSED'), s.made_at desc, s.id limit :most").param("most", MOST).query(this::move).list());
    }

    /** NotFound when it is no move away from one's own side. */
    public Optional<Move> away(UUID id, Actor.Worker me) {
        mustBeALead(me);
        return transaction.execute(status -> sql.sql(MOVE + " and c.id = :id").param("id", id).query(this::move).optional());
    }

    private static final String ARRIVAL = """
            select m.id, m.side, s.pair_id, s.state, s.refused_because, m.refused_words, m.facts, m.moved_at, m.person_id, m.case_id, m.decided_by
              from correction.moved m join correction.standing s on s.id = m.id where m.organisation_id = access.organisation() and m.side = access.side()
            """;

    /** The moves to one's own side, those first that wait. Whoever worked with somebody on the other side does not find them. Not audited. */
    public List<Arrival> arriving(Actor.Worker me) {
        mustBeALead(me);
        return transaction.execute(status -> mine(sql.sql(ARRIVAL + " order by s.state <> 'WAITING', m.moved_at desc, m.id limit :most").param("most", MOST).query(this::arrival).list(), me));
    }

    public Optional<Arrival> arriving(UUID id, Actor.Worker me) {
        mustBeALead(me);
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
        mustBeALead(me);
        return transaction.execute(status -> {
            Arrival arrival = arriving(id, me).orElseThrow(() -> new NotFound("correction", id));
            CaseId known = arrival.caseId();
            if (arrival.state() == State.ACCEPTED && known != null) return known;
            int step = sql.sql("update correction.standing set state = 'ACCEPTED', accepted_by = :me where id = :id and state = 'WAITING'").param("me", me.worker().id()).param("id", id).update();
            MovedFacts facts = arrival.facts();
            if (step == 0 || facts == null) throw meanwhile();
            CaseId taken = wrongSide.thaw(arrival.pair(), "Opened again: they came back over the wall", me).orElse(null);
            if (taken != null) wrongSide.note(taken, facts.note(), me);
            else taken = begin(facts, arrival.pair(), me);
            wrongSide.keepFrom(arrival.pair(), me.worker(), arrival.to().other());
            sql.sql("update correction.moved set facts = null, person_id = :person, case_id = :case, decided_by = :me, decided_at = :now where id = :id").param("person", cases.facts(taken).person().id()).param("case", taken.id()).param("me", me.worker().id())
                    .param("now", Times.at(clock.instant())).param("id", id).update();
            if (to != null) allocations.allocate(taken, new Allocate(press, to, null, null, null, null), me);
            audit.changed("case", taken.id(), "taken on over the wall");
            audit.changed("correction", id, "accepted");
            tell(me.organisation(), me.worker());
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
        mustBeALead(me);
        transaction.executeWithoutResult(status -> {
            Arrival arrival = arriving(id, me).orElseThrow(() -> new NotFound("correction", id));
            if (arrival.state() == State.REFUSED && me.worker().equals(arrival.decidedBy())) return;
            int step = sql.sql("update correction.standing set state = 'REFUSED', refused_because = :because where id = :id and state = 'WAITING'").param("because", because.name()).param("id", id).update();
            if (step == 0) throw meanwhile();
            wrongSide.keepFrom(arrival.pair(), me.worker(), arrival.to().other());
            sql.sql("update correction.moved set facts = null, refused_words = :words, decided_by = :me, decided_at = :now where id = :id").param("words", seal.close(words, REFUSED, id), Types.BINARY).param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
            audit.changed("correction", id, "refused");
            tell(me.organisation(), me.worker());
        });
    }

    /** Takes a move back: closed on the other side first, then opened here as it was. Called outside a transaction. RuleBroken when it is too late, was undone already, or somebody moved them again since. */
    public void undo(UUID id, String why, Actor.Worker me) {
        mustBeALead(me);
        transaction.executeWithoutResult(status -> {
            Move move = away(id, me).orElseThrow(() -> new NotFound("correction", id));
            if (!move.state().mayBeUndone()) {
                if (me.worker().equals(move.undoneBy())) return;
                throw new RuleBroken("correction.undone", "Somebody has undone this already.");
            }
            if (!move.newest()) throw new RuleBroken("correction.older", "They were moved again since. Undo that one.");
            if (!move.mayBeUndone(clock.instant())) throw new RuleBroken("correction.late", "It is more than 30 days ago. The other side can move them back.");
            int step = sql.sql("update correction.standing set state = 'UNDOING', undone_by = :me where id = :id and state = :seen").param("me", me.worker().id()).param("id", id).param("seen", move.state().name()).update();
            if (step == 0) throw meanwhile();
            sql.sql("update correction.correction set undo_why = :why, undone_at = :now where id = :id").param("why", seal.close(why, UNDO_WHY, id)).param("now", Times.at(clock.instant())).param("id", id).update();
            audit.changed("correction", id, "undo asked");
            jobs.ask(UNDO, me.organisation(), id, clock.instant());
        });
        finish(id, me.organisation(), me);
    }

    private record Standing(UUID id, Side side, Side toSide, UUID pairId, State state, @Nullable UUID acceptedBy, @Nullable UUID undoneBy) {}

    /** The two sides have no transaction in common, so an undo goes step by step, each done once; the job finishes what was interrupted. */
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
        tell(here.organisation(), here.worker());
    }

    /** The job: somebody is with nobody as long as no lead takes them on. @return when to ask again */
    Optional<Instant> remind(UUID id, OrganisationId organisation) {
        return transaction.execute(status -> {
            boolean waits = sql.sql("select exists (select from correction.standing where id = :id and state = 'WAITING')").param("id", id).query(Boolean.class).single();
            if (!waits) return Optional.empty();
            tell(organisation, null);
            return Optional.of(clock.instant().plus(TAKEN_ON_WITHIN));
        });
    }

    @Override
    public KeptKind kind() {
        return KeptKind.CORRECTION;
    }

    /** What somebody took on goes with their file. */
    @Override
    public int eraseBefore(Instant moment) {
        return sql.sql("delete from correction.moved where organisation_id = access.organisation() and side = access.side() and case_id is null and moved_at < :moment").param("moment", Times.at(moment)).update();
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        PersonId person = cases.facts(erased.id()).person();
        List<UUID> gone = sql.sql("delete from correction.correction where person_id = :person returning id").param("person", person.id()).query(UUID.class).list();
        sql.sql("delete from correction.standing where id = any (:ids)").param("ids", gone.toArray(UUID[]::new)).update();
        sql.sql("delete from correction.moved where case_id = :case").param("case", erased.id().id()).update();
    }

    private static RuleBroken meanwhile() {
        return new RuleBroken("correction.meanwhile", "Somebody decided this a moment ago. Look at it again.");
    }

    private static void mustBeALead(Actor.Worker me) {
        me.mustBe(ROLES);
        if (me.side() == null) throw new NotFound();
    }

    private Move move(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class), undone = row.getObject("undone_by", UUID.class);
        String followed = seal.openWords(row.getBytes("followed"), FOLLOWED, id);
        return new Move(id, Side.valueOf(row.getString("side")), new PersonId(row.getObject("person_id", UUID.class)), row.getObject("pair_id", UUID.class), Certainty.valueOf(row.getString("certainty")), seal.openWords(row.getBytes("why"), WHY, id),
                followed.isEmpty() ? List.of() : Stream.of(followed.split("\n")).map(line -> new Move.Followed(line.substring(1), line.startsWith(BACK))).toList(), new WorkerId(row.getObject("made_by", UUID.class)), Times.instant(row, "made_at"), State.valueOf(row.getString("state")), because(row), seal.open(row.getBytes("undo_why"), UNDO_WHY, id),
                undone == null ? null : new WorkerId(undone), row.getBoolean("newest"));
    }

    private Arrival arrival(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class), person = row.getObject("person_id", UUID.class), caseId = row.getObject("case_id", UUID.class), by = row.getObject("decided_by", UUID.class);
        byte[] facts = row.getBytes("facts");
        return new Arrival(id, Side.valueOf(row.getString("side")), row.getObject("pair_id", UUID.class), State.valueOf(row.getString("state")), because(row), seal.open(row.getBytes("refused_words"), REFUSED, id),
                facts == null ? null : json.readValue(seal.open(facts, FACTS, id), MovedFacts.class), Times.instant(row, "moved_at"), person == null ? null : new PersonId(person), caseId == null ? null : new CaseId(caseId), by == null ? null : new WorkerId(by));
    }

    private static @Nullable RefusedBecause because(ResultSet row) throws SQLException {
        String because = row.getString("refused_because");
        return because == null ? null : RefusedBecause.valueOf(because);
    }
}
