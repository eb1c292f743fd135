package org.alongside.evaluation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody plans to ask. Before and after are always asked. */
public record Plan(String title, String about, List<QuestionSet> sets, IdentityMode identity, @Nullable Integer followUpMonths, boolean lookingBack, LocalDate lastDay) {
    /** How long answers are taken after the last follow-up was sent. */
    static final int WEEKS_TO_ANSWER = 6;

    public Plan {
        sets = List.copyOf(sets);
    }

    Set<Wave> waves() {
        Set<Wave> waves = EnumSet.of(Wave.BEFORE, Wave.AFTER);
        if (followUpMonths != null) waves.add(Wave.FOLLOW_UP);
        if (lookingBack) waves.add(Wave.LOOKING_BACK);
        return waves;
    }

    LocalDate closesOn() {
        return lastDay.plusMonths(followUpMonths == null ? 0 : followUpMonths).plusWeeks(WEEKS_TO_ANSWER);
    }
}
