package org.alongside.commissioning.web;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.commissioning.Commissioning.Answer;
import org.alongside.commissioning.Commissioning.Entered;
import org.alongside.commissioning.Measure;
import org.alongside.improvement.Plan;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** An answer, as typed. @param men by measure, like {@code everybody} @param plan its id; empty for none */
record AnswerForm(@Nullable Map<String, String> men, @Nullable Map<String, String> everybody, @Nullable String plan, @Nullable String said) {
    AnswerForm {
        men = men == null ? Map.of() : men;
        everybody = everybody == null ? Map.of() : everybody;
    }

    /** With what is known already. Safety: what was answered before is not known any more as it was counted, so nothing of it comes back. */
    static AnswerForm of(Map<Measure, Entered> known, List<Plan> plans, String said) {
        Map<String, String> men = new HashMap<>(), everybody = new HashMap<>();
        known.forEach((measure, entered) -> {
            if (entered.men() != null) men.put(measure.name(), entered.men().toString());
            if (entered.everybody() != null) everybody.put(measure.name(), entered.everybody().toString());
        });
        return new AnswerForm(men, everybody, plans.isEmpty() ? null : plans.get(0).id().toString(), said);
    }

    Optional<Answer> read(List<Plan> plans, Problems problems) {
        Map<Measure, Entered> numbers = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            Integer these = number(men.get(measure.name()), "men[" + measure.name() + "]", problems), all = number(everybody.get(measure.name()), "everybody[" + measure.name() + "]", problems);
            if (these != null && all != null && these > all) problems.add("everybody[" + measure.name() + "]", "Enter all people, the men among them: not fewer than the men");
            numbers.put(measure, new Entered(these, all));
        }
        if (problems.isEmpty() && numbers.values().stream().allMatch(one -> one.men() == null)) problems.add("men[ASKED]", "Enter at least one number of men, or decline and say why");
        UUID its = plans.stream().map(Plan::id).filter(id -> id.toString().equals(plan)).findFirst().orElse(null);
        String words = Typed.words(said, "said", problems);
        return problems.isEmpty() ? Optional.of(new Answer(numbers, its, words == null ? "" : words)) : Optional.empty();
    }

    private static @Nullable Integer number(@Nullable String typed, String field, Problems problems) {
        return typed == null || typed.isBlank() ? null : Typed.number(typed, field, 0, 999_999, "Enter a number of people, like 40. Leave it empty where you do not count it", problems);
    }
}
