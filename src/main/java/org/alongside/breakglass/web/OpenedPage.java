package org.alongside.breakglass.web;

import java.util.List;
import java.util.Map;
import org.alongside.breakglass.Opening;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.Cases;
import org.alongside.people.PersonFacts;
import org.alongside.people.Way;
import org.alongside.risk.Standing;
import org.alongside.safetyplan.AgreedPlan;
import org.alongside.safetyplan.PlanSection;
import org.jspecify.annotations.Nullable;

/**
 * What one needs of a case in an emergency, to be read and nothing else.
 *
 * @param danger null while nobody has judged it
 * @param plan null when none was agreed
 * @param parts the words of the plan's parts, without those that name an address
 * @param lines the newest first, with who wrote them
 * @param worker who works with them; null when nobody does
 * @param mayTakeCalls whether this worker writes down calls
 */
record OpenedPage(Opening opening, CaseFacts facts, PersonFacts client, String accessNeeds, List<Shown> ways, @Nullable Standing danger, @Nullable AgreedPlan plan, Map<PlanSection, String> parts, List<Line> lines,
        @Nullable String worker, List<String> onDuty, boolean mayTakeCalls) {
    /** A way of contact. @param how what to do, without what names an address */
    record Shown(Way way, List<String> how) {}

    record Line(Cases.Line line, String by) {}
}
