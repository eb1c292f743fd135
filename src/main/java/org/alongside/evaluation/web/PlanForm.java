package org.alongside.evaluation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.IdentityMode;
import org.alongside.evaluation.Plan;
import org.alongside.evaluation.QuestionSet;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.InstrumentKind;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** A plan, as typed. @param confidence the key of its set, as {@code knowledge} and {@code feedback}; empty for none @param cut the option from which on somebody counts as confident */
record PlanForm(@Nullable String once, @Nullable String title, @Nullable String about, @Nullable String confidence, @Nullable String cut, @Nullable String knowledge, @Nullable String feedback, @Nullable String identity, @Nullable String months,
        @Nullable String lookingBack, @Nullable TypedDate last) {
    PlanForm {
        last = last == null ? TypedDate.NONE : last;
    }

    static PlanForm empty() {
        return new PlanForm(UUID.randomUUID().toString(), null, null, "confidence", null, null, null, null, "3", null, null);
    }

    static PlanForm of(Evaluation one) {
        return new PlanForm(null, one.title(), one.about(), key(one, InstrumentKind.CONFIDENCE), one.sets().stream().filter(set -> set.instrument().kind() == InstrumentKind.CONFIDENCE).map(QuestionSet::cut).findFirst().orElse(null), key(one, InstrumentKind.KNOWLEDGE),
                key(one, InstrumentKind.FEEDBACK), one.identity().name(), one.followUpMonths() == null ? "" : one.followUpMonths().toString(), one.lookingBack() ? "yes" : null, TypedDate.of(one.lastDay()));
    }

    /** The same with what may not change any more as it is. */
    PlanForm keeping(Evaluation one) {
        PlanForm was = of(one);
        return new PlanForm(once, title, about, was.confidence, was.cut, was.knowledge, was.feedback, was.identity, months, lookingBack, last);
    }

    private static String key(Evaluation one, InstrumentKind kind) {
        return one.sets().stream().map(QuestionSet::instrument).filter(set -> set.kind() == kind).map(Instrument::key).findFirst().orElse("");
    }

    /** @param offered the sets of a kind that can be chosen */
    Optional<Plan> read(Function<InstrumentKind, List<Instrument>> offered, Problems problems) {
        String name = Typed.wordsNeeded(title, "title", "Enter a title", problems), what = Typed.wordsNeeded(about, "about", "Say in a sentence or two what it is about", problems);
        List<QuestionSet> sets = new ArrayList<>();
        set(InstrumentKind.CONFIDENCE, confidence, offered).ifPresent(set -> {
            if (cut == null || cut.isBlank()) problems.add("cut", "Choose from which answer on somebody counts as confident");
            else if (QuestionSet.cuts(set).stream().map(Option::value).noneMatch(cut::equals)) problems.add("cut", "This answer is not on the scale of the questions you chose");
            sets.add(new QuestionSet(set, cut));
        });
        set(InstrumentKind.KNOWLEDGE, knowledge, offered).ifPresent(set -> sets.add(new QuestionSet(set, null)));
        set(InstrumentKind.FEEDBACK, feedback, offered).ifPresent(set -> sets.add(new QuestionSet(set, null)));
        if (sets.stream().allMatch(set -> set.instrument().kind() == InstrumentKind.FEEDBACK)) problems.add("confidence", "Choose at least one set about confidence or knowledge: what people thought of a course alone has no before");
        IdentityMode promise = Typed.oneNeeded(IdentityMode.class, identity, "identity", "Choose what you promise", problems);
        boolean later = months != null && !months.isBlank();
        if (later && !months.strip().matches("[1-9]|1\\d|2[0-4]")) problems.add("months", "Enter a number of months from 1 to 24, or leave it empty");
        LocalDate day = last.needed("last", "Enter the last day of the last course", problems).orElse(null);
        if (name == null || what == null || promise == null || day == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new Plan(name, what, sets, promise, later ? Integer.valueOf(months.strip()) : null, lookingBack != null, day));
    }

    private static Optional<Instrument> set(InstrumentKind kind, @Nullable String key, Function<InstrumentKind, List<Instrument>> offered) {
        return offered.apply(kind).stream().filter(one -> one.key().equals(key)).findFirst();
    }
}
