package org.alongside.peerreview.web;

import java.time.LocalDate;
import java.util.Optional;
import org.alongside.peerreview.Finding;
import org.alongside.peerreview.Method;
import org.alongside.selfassessment.Answer;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** What was found, as typed. */
record FindingForm(@Nullable String revision, @Nullable String verdict, @Nullable String observation, @Nullable String method, @Nullable TypedDate on) {
    FindingForm {
        on = on == null ? TypedDate.NONE : on;
    }

    static FindingForm of(@Nullable Finding found, LocalDate today) {
        return found == null ? new FindingForm("0", null, null, Method.EXAMINE.name(), TypedDate.of(today)) : new FindingForm(String.valueOf(found.revision()), found.verdict().name(), found.observation(), found.method().name(), TypedDate.of(found.observedOn()));
    }

    FindingForm upon(Finding theirs) {
        return new FindingForm(String.valueOf(theirs.revision()), verdict, observation, method, on);
    }

    Optional<Finding.Written> read(Problems problems) {
        Answer found = Typed.oneNeeded(Answer.class, verdict, "verdict", "Choose what you found", problems);
        String seen = Typed.wordsNeeded(observation, "observation", "Say what you saw it by: a verdict without that is none", problems);
        Method how = Typed.oneNeeded(Method.class, method, "method", "Choose how you looked at it", problems);
        LocalDate day = on.needed("on", "Enter the day you looked at it", problems).orElse(null);
        return found == null || seen == null || how == null || day == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Finding.Written(found, seen, how, day));
    }
}
