package org.alongside.casework;

import java.util.Locale;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.people.People;
import org.alongside.people.PersonFacts;
import org.alongside.shared.NotFound;
import org.alongside.shared.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The top of a page about a case in the rooms below. Whoever gets it has looked at the case, and the trail says so. */
@Component
@Transactional
public class CaseLooks {
    private final Cases cases;
    private final People people;
    private final AuditTrail audit;

    CaseLooks(Cases cases, People people, AuditTrail audit) {
        this.cases = cases;
        this.people = people;
        this.audit = audit;
    }

    /** A case somebody looked at, and whose it is. @param danger what stands about it in a word; empty while nobody judged it */
    public record Look(CaseFacts facts, PersonFacts client, String danger) {
        public CaseId id() {
            return facts.id();
        }

        /** Whom it is about, in words. */
        public String who() {
            return client.displayName() + ", case " + facts.reference() + (danger.isEmpty() ? "" : ", " + danger.toLowerCase(Locale.UK) + " danger");
        }
    }

    /** NotFound when there is no such case for whoever asks. */
    public Look look(UUID caseId) {
        Cases.Standing stands = cases.standing(new CaseId(caseId));
        audit.looked("case", caseId);
        return of(stands.facts(), stands.danger());
    }

    /** As {@link #look}, for a page that has written its look already. */
    public Look of(CaseFacts facts) {
        return of(facts, cases.danger(facts.id()));
    }

    /** As {@link #of}, where the level is in hand already. */
    public Look of(CaseFacts facts, String danger) {
        return new Look(facts, people.find(facts.person()).orElseThrow(() -> new NotFound("person", facts.person().id())), danger);
    }

    /** As {@link #look}, for what only the side of people harmed has. */
    public Look lookSupport(UUID caseId) {
        return look(caseId, Side.SUPPORT, CaseRoles.SUPPORT);
    }

    /** As {@link #look}, for what only the side of those who use abusive behaviour has. */
    public Look lookProgramme(UUID caseId) {
        return look(caseId, Side.CHANGE, CaseRoles.PROGRAMME);
    }

    private Look look(UUID caseId, Side side, Role... roles) {
        if (!(Acting.current().orElse(null) instanceof Actor.Worker me)) throw new NotFound("case", caseId);
        me.mustBe(roles);
        Look look = look(caseId);
        if (look.facts.side() != side) throw new NotFound("case", caseId);
        return look;
    }
}
