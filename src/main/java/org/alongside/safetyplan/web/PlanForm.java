package org.alongside.safetyplan.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alongside.safetyplan.KeptWhere;
import org.alongside.safetyplan.PlanPart;
import org.alongside.safetyplan.PlanSection;
import org.alongside.safetyplan.SafetyPlans.Written;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** A plan as typed: every part, and at the end where it may be kept and when to look again. */
record PlanForm(Map<PlanSection, Written> parts, String kept, String keptWords, TypedDate review) {
    static PlanForm read(Function<String, String @Nullable []> sent) {
        Map<PlanSection, Written> parts = new EnumMap<>(PlanSection.class);
        for (PlanSection section : PlanSection.values()) {
            // A part the form did not send is not a part that was emptied.
            if (sent.apply("w." + section.key()) == null) continue;
            List<String> declined = prompts(section, sent.apply("d." + section.key()));
            List<String> talked = prompts(section, sent.apply("t." + section.key())).stream().filter(prompt -> !declined.contains(prompt)).toList();
            parts.put(section, new Written(number(one(sent, "r." + section.key())), new PlanPart(words(one(sent, "w." + section.key())), talked, declined)));
        }
        return new PlanForm(parts, one(sent, "kept"), one(sent, "keptWords"), new TypedDate(one(sent, "review.day"), one(sent, "review.month"), one(sent, "review.year")));
    }

    // Browsers send line breaks as CR LF; what is kept must equal what comes back.
    private static String words(String typed) {
        String words = typed.replace("\r\n", "\n");
        return words.isBlank() ? "" : words;
    }

    private static List<String> prompts(PlanSection section, String @Nullable [] sent) {
        return sent == null ? List.of() : Stream.of(sent).filter(section.prompts()::contains).distinct().toList();
    }

    private static String one(Function<String, String @Nullable []> sent, String name) {
        String[] values = sent.apply(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    Optional<KeptWhere> where() {
        return Stream.of(KeptWhere.values()).filter(known -> known.name().equals(kept)).findFirst();
    }

    /** The day to look again, when everything needed to agree is there. */
    Optional<LocalDate> read(LocalDate today, Problems problems) {
        if (where().isEmpty()) problems.add("kept", "Ask where the plan may be kept, and choose it here");
        Optional<LocalDate> on = review.read("review", problems);
        if (review.isBlank()) problems.add("review", "Say when to look at the plan again together");
        on.filter(day -> day.isBefore(today)).ifPresent(day -> problems.add("review", "The day to look again cannot be in the past"));
        return problems.isEmpty() ? on : Optional.empty();
    }
}
