package org.alongside.safetyplan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.DemoCases;
import org.alongside.disclosure.Disclosure;
import org.alongside.organisations.DemoWorkers;
import org.alongside.safetyplan.SafetyPlans.Written;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans of the demo cases: one agreed twice, one that may be kept nowhere else, one just begun. */
@Component
class DemoPlans implements DemoTown {
    private final Cases cases;
    private final Disclosure disclosure;
    private final PlanRows rows;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoPlans(Cases cases, Disclosure disclosure, PlanRows rows, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.cases = cases;
        this.disclosure = disclosure;
        this.rows = rows;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public void plant() {
        agree(37, MINA_SUPPORT_WORKER, DemoCases.SOFIA, KeptWhere.TRUSTED, "With her friend, in the cookery book.", 14, Map.of(
                PlanSection.SAFE_PLACES, part("My friend’s. If he comes there: the bakery, they are open from five.", "stay", "outside"),
                PlanSection.SIGNALS, part("“Is the cake ready?” means ring 999 and send them here.", "word"),
                PlanSection.CHILDREN, part("They go to the neighbour with the red door. Only I or Ana collect them.", "safe-place", "school"),
                PlanSection.TECHNOLOGY, part("The old phone stays switched off.", "location")));
        agree(18, MINA_SUPPORT_WORKER, DemoCases.SOFIA, KeptWhere.TRUSTED, "With her friend, in the cookery book.", 28, Map.of(
                PlanSection.SAFE_PLACES, part("The new flat. Nobody is told where, not my sister either.", "stay", "known"),
                PlanSection.HOME, new PlanPart("A second lock. The man downstairs rings 999 if he hears shouting.", List.of("locks", "hear"), List.of("visitors")),
                PlanSection.MONEY, part("The bank knows. Letters go to Ana.", "letters")));
        agree(15, TOM_DUTY_WORKER, DemoCases.DANIEL, KeptWhere.NOWHERE, "She goes through his pockets and his phone.", 21, Map.of(
                PlanSection.SAFE_PLACES, part("The car, keys in my shoe. Then my brother’s.", "way-out", "stay"),
                PlanSection.LEAVING, new PlanPart("Not yet. If I do: when the girls are at school.", List.of("when", "documents"), List.of("bag")),
                PlanSection.CHILDREN, part("They know to go to Mrs Bell next door.", "safe-place", "call"),
                PlanSection.NOT_TO_DO, part("Do not ring the house. Do not tell my work.", "contact", "people")));
        write(9, MINA_SUPPORT_WORKER, DemoCases.CALLUM, Map.of(
                PlanSection.TECHNOLOGY, part("Changed the code at work. He has not noticed.", "passwords"),
                PlanSection.FEELINGS, part("Five-a-side. Ringing Jamie.", "helps")));
    }

    private static PlanPart part(String words, String... talked) {
        return new PlanPart(words, List.of(talked), List.of());
    }

    private void agree(int days, WorkerId by, CaseId id, KeptWhere kept, String keptWords, int reviewAfter, Map<PlanSection, PlanPart> parts) {
        at(days, by, (then, me) -> then.agree(id, written(id, parts), kept, keptWords, Times.day(clock.instant().minus(Duration.ofDays(days))).plusDays(reviewAfter), me));
    }

    private void write(int days, WorkerId by, CaseId id, Map<PlanSection, PlanPart> parts) {
        at(days, by, (then, me) -> then.save(id, written(id, parts), me));
    }

    private Map<PlanSection, Written> written(CaseId id, Map<PlanSection, PlanPart> parts) {
        Map<PlanSection, Written> written = new EnumMap<>(PlanSection.class);
        DraftPlan standing = rows.draft(id);
        parts.forEach((section, part) -> written.put(section, new Written(standing.revision(section), part)));
        return written;
    }

    private interface Work {
        void with(SafetyPlans then, Actor.Worker me);
    }

    /** Does this as that worker, as if it were so many days ago. */
    private void at(int days, WorkerId by, Work work) {
        Actor.Worker me = DemoWorkers.at(by);
        Instant then = clock.instant().minus(Duration.ofDays(days)).plus(Duration.ofHours(2));
        SafetyPlans plans = new SafetyPlans(cases, disclosure, rows, audit, Clock.fixed(then, ZoneOffset.UTC));
        Acting.as(me, () -> transaction.executeWithoutResult(status -> work.with(plans, me)));
    }
}
