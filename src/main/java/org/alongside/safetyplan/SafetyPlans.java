package org.alongside.safetyplan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.disclosure.Allowed;
import org.alongside.disclosure.Disclosure;
import org.alongside.disclosure.Field;
import org.alongside.disclosure.Passage;
import org.alongside.disclosure.Release;
import org.alongside.disclosure.Via;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The safety plan of a case: a draft that is written together, and every version the client agreed to. */
@Service
@Transactional
public class SafetyPlans {
    private final Cases cases;
    private final Disclosure disclosure;
    private final PlanRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    SafetyPlans(Cases cases, Disclosure disclosure, PlanRows rows, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.disclosure = disclosure;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a form sends of one part. @param revision the one the form was made from */
    public record Written(int revision, PlanPart part) {}

    /** The plan of a case for a page. @param agreed the versions the client agreed to, newest first @param draft empty when nobody has written yet */
    public record Whole(CaseFacts facts, List<AgreedPlan> agreed, DraftPlan draft) {}

    public Whole whole(CaseId id, Actor.Worker me) {
        return new Whole(facts(id, me), rows.agreed(id), rows.draft(id));
    }

    /** The draft as it stands: empty when nobody has written yet. */
    public DraftPlan draft(CaseId id, Actor.Worker me) {
        facts(id, me);
        return rows.draft(id);
    }

    /** The versions the client agreed to, newest first. */
    public List<AgreedPlan> agreed(CaseId id, Actor.Worker me) {
        facts(id, me);
        return rows.agreed(id);
    }

    /** The plan that is in force, for a page that has looked at the case already; empty when nobody agreed one, and behind the wall. */
    public Optional<AgreedPlan> inForce(CaseFacts looked, Actor.Worker me) {
        // Safety: plans belong to the people harmed; behind the wall there are none to find.
        if (looked.side() != Side.SUPPORT || me.side() != Side.SUPPORT) return Optional.empty();
        return rows.agreed(looked.id()).stream().findFirst();
    }

    public AgreedPlan agreed(CaseId id, int number, Actor.Worker me) {
        return agreed(id, me).stream().filter(plan -> plan.number() == number).findFirst().orElseThrow(() -> new NotFound("plan", id.id()));
    }

    /**
     * Keeps what was written in each part that changed.
     *
     * @return the parts that somebody else saved in between: those are left as they stand, the others are kept
     */
    public Set<PlanSection> save(CaseId id, Map<PlanSection, Written> written, Actor.Worker me) {
        mustBeOpen(id, me);
        DraftPlan standing = rows.draft(id);
        Set<PlanSection> met = EnumSet.noneOf(PlanSection.class);
        written.forEach((section, mine) -> {
            if (mine.part().equals(standing.part(section))) return;
            // Safety: two people writing in one part lose nothing; the second sees both and decides.
            if (standing.revision(section) != mine.revision() || !rows.write(id, section, mine.revision(), mine.part(), me, clock.instant())) met.add(section);
        });
        if (met.size() < written.size()) audit.changed("plan", id.id(), "draft saved");
        return met;
    }

    /** The client agrees to the plan as it stands, and says where it may be kept. Throws {@link SavedMeanwhile} when somebody wrote in between. */
    public AgreedPlan agree(CaseId id, Map<PlanSection, Written> written, KeptWhere kept, String keptWords, LocalDate reviewOn, Actor.Worker me) {
        rows.oneAtATime(id);
        Set<PlanSection> met = save(id, written, me);
        if (!met.isEmpty()) throw new SavedMeanwhile(met);
        DraftPlan draft = rows.draft(id);
        if (draft.isEmpty()) throw new RuleBroken("safetyplan.empty", "There is nothing in this plan yet.");
        Instant now = clock.instant();
        AgreedPlan agreed = rows.agree(id, draft, kept, keptWords, reviewOn, me, now);
        cases.tell(id, new TimelineEntry(MomentKind.PLAN, now, me.worker(), "Safety plan agreed, version " + agreed.number(), "/desk/cases/" + id.id() + "/plan/" + agreed.number(), reviewOn));
        audit.changed("plan", id.id(), "plan agreed");
        return agreed;
    }

    /**
     * What of an agreed plan goes on paper for the client. Each print is written in the ledger of what was shared.
     *
     * @param safeToKeep whether the client said, just now, that paper is safe to keep; without it nothing is printed
     * @param nameWanted whether the client chose to have the service's name on it
     */
    public Allowed print(CaseId id, int number, boolean safeToKeep, boolean nameWanted, Map<PlanSection, String> headings, String serviceName, Actor.Worker me) {
        AgreedPlan plan = agreed(id, number, me);
        // Safety: paper is found. It is asked about each time, not once.
        if (!safeToKeep) throw new RuleBroken("safetyplan.not-safe", "Ask first whether paper is safe to keep. If it is not, the plan stays here.");
        List<Passage> offered = new ArrayList<>();
        for (PlanSection section : PlanSection.values()) {
            String words = plan.part(section).words();
            if (!words.isBlank()) offered.add(new Passage(field(section), headings.getOrDefault(section, ""), words));
        }
        if (nameWanted) offered.add(new Passage(Field.SERVICE, "", serviceName));
        Set<Field> chosen = EnumSet.of(Field.EMERGENCY_CONTACTS, Field.CODE_WORD);
        if (nameWanted) chosen.add(Field.SERVICE);
        return disclosure.release(Release.clientKeeps(facts(id, me).person(), Via.PRINT, chosen), offered, me);
    }

    private static Field field(PlanSection section) {
        if (section == PlanSection.CONTACTS) return Field.EMERGENCY_CONTACTS;
        return section == PlanSection.SIGNALS ? Field.CODE_WORD : Field.PLAN;
    }

    /** The facts of a case on the side that supports people harmed; NotFound for any other. */
    public CaseFacts facts(CaseId id, Actor.Worker me) {
        // Safety: plans belong to the people harmed; behind the wall there are none to find.
        if (me.side() != Side.SUPPORT || Stream.of(CaseRoles.SUPPORT).noneMatch(me::is)) throw new NotFound("case", id.id());
        return cases.facts(id);
    }

    private void mustBeOpen(CaseId id, Actor.Worker me) {
        facts(id, me);
        cases.mustBeOpenFor(id, me);
    }

}
