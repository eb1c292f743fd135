package org.alongside.safeguarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.people.PersonId;
import org.alongside.people.Relations;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Safeguarding concerns. Nobody waits for a lead while somebody is in danger: what was done is looked at afterwards. */
@Service
@Transactional
public class Concerns {
    /** Whose work it is to raise and refer; the database says the same. Deciding is a safeguarding lead's. */
    private static final String WORDS = "safeguarding.concern.words", WHY = "safeguarding.concern.why", TO = "safeguarding.concern.referred_to", OUTCOME = "safeguarding.concern.outcome";
    private static final int MOST = 200;
    private final Cases cases;
    private final Relations relations;
    private final Organisations organisations;
    private final Messages messages;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Concerns(Cases cases, Relations relations, Organisations organisations, Messages messages, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.relations = relations;
        this.organisations = organisations;
        this.messages = messages;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param id made with the form, so that a second press finds the first */
    public void raise(CaseId caseId, UUID id, AtRisk about, @Nullable PersonId person, String words, boolean urgent, Actor.Worker me) {
        me.mustBe(CaseRoles.ANY);
        // Safety: a closed case takes a concern too; danger does not ask whether a file is open.
        CaseFacts facts = cases.facts(caseId);
        if (person != null && !person.equals(facts.person()) && relations.of(facts.person()).stream().noneMatch(one -> one.other().equals(person))) throw new RuleBroken("safeguarding.not-around", "Choose the client or one of the people around them.");
        int raised = sql.sql("""
                insert into safeguarding.concern (id, case_id, about, person_id, words, raised_by, raised_at, urgent) values (:id, :case, :about, :person, :words, :by, :now, :urgent) on conflict (id) do nothing
                """).param("id", id).param("case", caseId.id()).param("about", about.name()).param("person", person == null ? null : person.id()).param("words", seal.close(words, WORDS, id)).param("by", me.worker().id())
                .param("now", now()).param("urgent", urgent).update();
        if (raised == 0) {
            one(caseId, id);
            return;
        }
        tell(caseId, id, "Safeguarding concern raised about " + about.words().toLowerCase(Locale.UK), me);
        organisations.withRole(me.organisation(), facts.side(), Role.SAFEGUARDING_LEAD).stream().filter(lead -> !lead.equals(me.worker())).forEach(lead -> messages.notice(me.organisation(), facts.side(), lead));
    }

    /** A lead decides; they may decide anew as long as it goes on. */
    public void decide(CaseId caseId, UUID id, Decision decision, String why, Actor.Worker me) {
        me.mustBe(Role.SAFEGUARDING_LEAD);
        Concern concern = open(caseId, id);
        if (why.isBlank()) throw new RuleBroken("safeguarding.no-why", "Say why.");
        // Safety: a lead's own concern is decided by another lead, unless there is none.
        boolean another = organisations.withRole(me.organisation(), me.side(), Role.SAFEGUARDING_LEAD).stream().anyMatch(lead -> !lead.equals(me.worker()));
        if (concern.raisedBy().equals(me.worker()) && another) throw new RuleBroken("safeguarding.own", "You raised this: another lead decides.");
        sql.sql("update safeguarding.concern set decision = :decision, why = :why, decided_by = :by, decided_at = :now, version = version + 1 where id = :id").param("decision", decision.name()).param("why", seal.close(why.strip(), WHY, id))
                .param("by", me.worker().id()).param("now", now()).param("id", id).update();
        tell(caseId, id, "Safeguarding: " + decision.words().toLowerCase(Locale.UK), me);
    }

    /** It was referred. It may be before a lead decides, when waiting would endanger somebody; the lead looks at it then. */
    public void refer(CaseId caseId, UUID id, String to, LocalDate on, Told told, Actor.Worker me) {
        me.mustBe(CaseRoles.ANY);
        Concern concern = open(caseId, id);
        if (concern.decided() == null && !concern.urgent()) throw new RuleBroken("safeguarding.not-decided", "Ask a lead first. If somebody is in danger now, raise it as urgent.");
        if (concern.decided() != null && concern.decided().decision() != Decision.REFER) throw new RuleBroken("safeguarding.decided-otherwise", "The lead decided not to refer. Talk to them; they can decide anew.");
        sql.sql("update safeguarding.concern set referred_to = :to, referred_on = :on, referred_by = :by, told = :told, version = version + 1 where id = :id").param("to", seal.close(to.strip(), TO, id)).param("on", on)
                .param("by", me.worker().id()).param("told", told.name()).param("id", id).update();
        tell(caseId, id, "Safeguarding: referred on " + Times.say(on), me);
    }

    /** What came of it; then it has ended. */
    public void end(CaseId caseId, UUID id, String outcome, Actor.Worker me) {
        me.mustBe(CaseRoles.ANY);
        Concern concern = open(caseId, id);
        // Safety: nothing ends before a lead has looked at it, or while a referral is owed.
        if (concern.decided() == null) throw new RuleBroken("safeguarding.not-decided", "A lead decides before it ends.");
        if (concern.decided().decision() == Decision.REFER && concern.referred() == null) throw new RuleBroken("safeguarding.not-referred", "It was decided to refer it, and nobody has yet.");
        sql.sql("update safeguarding.concern set outcome = :outcome, ended_at = :now, version = version + 1 where id = :id").param("outcome", seal.close(outcome.strip(), OUTCOME, id)).param("now", now()).param("id", id).update();
        tell(caseId, id, "Safeguarding: ended", me);
    }

    /** The concerns of a case, the newest first. Not audited: the page is. */
    public List<Concern> of(CaseId caseId) {
        return sql.sql("select * from safeguarding.concern where case_id = :case order by raised_at desc, id limit :most").param("case", caseId.id()).param("most", MOST).query(this::concern).list();
    }

    /** NotFound when the case has no such concern for whoever asks. */
    public Concern one(CaseId caseId, UUID id) {
        return sql.sql("select * from safeguarding.concern where id = :id and case_id = :case").param("id", id).param("case", caseId.id()).query(this::concern).optional().orElseThrow(() -> new NotFound("concern", id));
    }

    /** Those of one's own organisation and side that go on, the oldest first. Ask for their cases' facts before showing them. */
    public List<Concern> open() {
        return sql.sql("select * from safeguarding.concern where organisation_id = access.organisation() and side = access.side() and ended_at is null order by raised_at, id limit :most").param("most", MOST).query(this::concern).list();
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from safeguarding.concern where case_id = :case").param("case", erased.id().id()).update();
    }

    private Concern open(CaseId caseId, UUID id) {
        cases.facts(caseId);
        Concern concern = one(caseId, id);
        if (!concern.isOpen()) throw new RuleBroken("safeguarding.ended", "This has ended. Raise a new concern.");
        return concern;
    }

    private void tell(CaseId caseId, UUID id, String headline, Actor.Worker me) {
        cases.tell(caseId, new TimelineEntry(MomentKind.SAFEGUARDING, clock.instant(), me.worker(), headline, path(caseId) + "/" + id));
    }

    private Concern concern(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class), person = row.getObject("person_id", UUID.class);
        Concern.Decided decided = row.getString("decision") == null ? null
                : new Concern.Decided(Decision.valueOf(row.getString("decision")), seal.openWords(row.getBytes("why"), WHY, id), new WorkerId(row.getObject("decided_by", UUID.class)), Times.instant(row, "decided_at"));
        Concern.Referred referred = row.getObject("referred_on") == null ? null
                : new Concern.Referred(seal.openWords(row.getBytes("referred_to"), TO, id), row.getObject("referred_on", LocalDate.class), new WorkerId(row.getObject("referred_by", UUID.class)), Told.valueOf(row.getString("told")));
        return new Concern(id, new CaseId(row.getObject("case_id", UUID.class)), AtRisk.valueOf(row.getString("about")), person == null ? null : new PersonId(person), seal.openWords(row.getBytes("words"), WORDS, id), new WorkerId(row.getObject("raised_by", UUID.class)),
                Times.instant(row, "raised_at"), row.getBoolean("urgent"), decided, referred, seal.openWords(row.getBytes("outcome"), OUTCOME, id), Times.instantOrNull(row, "ended_at"), row.getInt("version"));
    }

    private OffsetDateTime now() {
        return Times.at(clock.instant());
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/concerns";
    }
}
