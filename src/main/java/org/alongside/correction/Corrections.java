package org.alongside.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseId;
import org.alongside.casework.FollowsCorrection.Consequence;
import org.alongside.casework.FollowsCorrection;
import org.alongside.casework.WrongSide;
import org.alongside.messages.Messages;
import org.alongside.people.Certainty;
import org.alongside.people.OtherNames;
import org.alongside.people.People;
import org.alongside.people.PersonFacts;
import org.alongside.people.PersonId;
import org.alongside.people.Relations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Who harms whom is seen the other way round: the side where somebody was written down closes and locks what it has, and tells the other side a short list of facts. Source: docs/adr/0024. */
@Service
public class Corrections {
    public static final Role[] ROLES = WrongSide.ROLES;
    static final String FACTS = "correction.moved.facts", UNDO_WHY = "correction.correction.undo_why";
    private static final String WHY = "correction.correction.why", FOLLOWED = "correction.correction.followed";
    /** Before each sentence that is kept: whether undoing brings it back. */
    private static final String BACK = "+", LOST = "-";
    private static final int MOST = 200;
    private static final int GROWN_UP = 18;
    private final WrongSide wrongSide;
    private final People people;
    private final OtherNames names;
    private final Relations relations;
    private final Messages messages;
    private final ObjectProvider<FollowsCorrection> rooms;
    private final Leads leads;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Corrections(WrongSide wrongSide, People people, OtherNames names, Relations relations, Messages messages, ObjectProvider<FollowsCorrection> rooms, Leads leads, AuditTrail audit, Jobs jobs, JdbcClient sql, TransactionTemplate transaction, Seal seal, Clock clock) {
        this.wrongSide = wrongSide;
        this.people = people;
        this.names = names;
        this.relations = relations;
        this.messages = messages;
        this.rooms = rooms;
        this.leads = leads;
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
        Leads.mustBeOne(me);
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
        Leads.mustBeOne(me);
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
        leads.tell(me.organisation(), me.worker());
        jobs.ask(Leads.WAITS, me.organisation(), id, now.plus(Leads.TAKEN_ON_WITHIN));
    }

    private MovedFacts facts(PersonFacts facts, Said said) {
        var about = facts.about();
        return new MovedFacts(about.givenName(), about.familyName(), about.knownAs(), names.of(facts.id()).stream().map(one -> new MovedFacts.Name(one.givenName(), one.familyName())).toList(), about.bornOn(), about.gender(), about.pronouns(), about.languages(),
                about.interpreterNeeded(), people.safeContact(facts.id()).phone(), said.certainty(), said.danger(), said.cameFrom());
    }

    private static final String MOVE = """
            select s.id, s.side, c.person_id, s.pair_id, c.certainty, c.why, c.followed, c.made_by, s.made_at, s.state, s.refused_because, c.undo_why, s.undone_by,
                   not exists (select from correction.standing n where n.pair_id = s.pair_id and n.made_at > s.made_at and n.state <> 'UNDONE') as newest
              from correction.correction c join correction.standing s on s.id = c.id where c.organisation_id = access.organisation() and c.side = access.side()
            """;

    /** The moves away from one's own side, those first that somebody must see to. Ask for names before showing them; not audited. */
    public List<Move> away(Actor.Worker me) {
        Leads.mustBeOne(me);
        return transaction.execute(status -> sql.sql(MOVE + " order by s.state not in ('WAITING', 'REFUSED'), s.made_at desc, s.id limit :most").param("most", MOST).query(this::move).list());
    }

    /** NotFound when it is no move away from one's own side. */
    public Optional<Move> away(UUID id, Actor.Worker me) {
        Leads.mustBeOne(me);
        return transaction.execute(status -> sql.sql(MOVE + " and c.id = :id").param("id", id).query(this::move).optional());
    }

    private Move move(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class), undone = row.getObject("undone_by", UUID.class);
        String followed = seal.openWords(row.getBytes("followed"), FOLLOWED, id);
        return new Move(id, Side.valueOf(row.getString("side")), new PersonId(row.getObject("person_id", UUID.class)), row.getObject("pair_id", UUID.class), Certainty.valueOf(row.getString("certainty")), seal.openWords(row.getBytes("why"), WHY, id),
                followed.isEmpty() ? List.of() : Stream.of(followed.split("\n")).map(line -> new Move.Followed(line.substring(1), line.startsWith(BACK))).toList(), new WorkerId(row.getObject("made_by", UUID.class)), Times.instant(row, "made_at"), State.valueOf(row.getString("state")), RefusedBecause.of(row.getString("refused_because")), seal.open(row.getBytes("undo_why"), UNDO_WHY, id),
                undone == null ? null : new WorkerId(undone), row.getBoolean("newest"));
    }
}
