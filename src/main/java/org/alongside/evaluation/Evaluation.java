package org.alongside.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the people of some courses, when, under which promise, and from which answer on it counts.
 *
 * @param followUpMonths how long after, when it is asked a third time
 * @param lastDay the last day of the last course, {@code closesOn} when it closes by itself
 * @param waves each time at which it is asked
 */
public record Evaluation(EvaluationId id, OrganisationId organisation, String title, String about, IdentityMode identity, @Nullable Integer followUpMonths, boolean lookingBack, LocalDate lastDay, LocalDate closesOn, WorkerId plannedBy,
        Instant plannedAt, @Nullable Instant closedAt, List<QuestionSet> sets, Map<Wave, Opening> waves) {
    /** @param code what stands on walls and in mails; null for what has no page of its own */
    public record Opening(@Nullable String code, boolean taking) {}

    public Evaluation {
        sets = List.copyOf(sets);
        waves = Map.copyOf(waves);
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    /** Whether answers of this time are taken now. */
    public boolean takes(Wave wave) {
        Opening opening = waves.get(wave);
        return !isClosed() && opening != null && opening.taking();
    }

    /** Where people answer, without the host: for walls, pages and mails. Looking back is asked with the questions after. NotFound when nothing is asked at this time. */
    public String questionsPath(Wave wave) {
        Opening opening = waves.get(wave == Wave.LOOKING_BACK ? Wave.AFTER : wave);
        if (opening == null) throw new NotFound("evaluation", id.id());
        return "/training/questions/" + opening.code();
    }

    /** As {@link #questionsPath(Wave)}, for one learner: their own random key is in the address where they answer by name, and nowhere else. */
    public String questionsPath(Wave wave, UUID learner) {
        // Safety: where no name was promised, no link says who opened it.
        return questionsPath(wave) + (identity == IdentityMode.NAMED ? "/" + learner : "");
    }

    /** The sets asked at one time. */
    public List<QuestionSet> asked(Wave wave) {
        return waves.containsKey(wave) ? sets.stream().filter(set -> wave.asks(set.instrument().kind())).toList() : List.of();
    }

    /** Refuses what may not change once somebody answered. RuleBroken says what and why. */
    void mustAllow(Plan plan, Set<Wave> answered) {
        if (isClosed()) throw new RuleBroken("evaluation.closed", "This evaluation is closed. Nothing of it changes any more.");
        if (answered.isEmpty()) return;
        // Safety: nobody is promised one thing and given another, and no cut is chosen by what the answers look like.
        if (plan.identity() != identity) throw new RuleBroken("evaluation.answered-identity", "Somebody has answered under this promise. It stays as it is. For another one, plan a new evaluation.");
        if (!named(plan.sets()).equals(named(sets))) throw new RuleBroken("evaluation.answered-sets", "Somebody has answered. The questions, and from which answer on they count, stay as they are. To ask something else, plan a new evaluation.");
        if (!plan.waves().containsAll(answered)) throw new RuleBroken("evaluation.answered-waves", "Somebody has answered at a time that you want to leave out. It stays.");
    }

    private static List<String> named(List<QuestionSet> sets) {
        return sets.stream().map(set -> set.instrument().hash() + "/" + set.cut()).toList();
    }
}
