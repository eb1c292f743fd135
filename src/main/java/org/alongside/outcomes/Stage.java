package org.alongside.outcomes;

import java.time.Period;
import org.alongside.instruments.Instrument.By;
import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/** When in a client's time with a service or, for participants and their partners, in the time of a programme. Source: the five are those of the IMPACT toolkit and twelve months as Project Mirabal asked. */
public enum Stage implements Worded {
    INTAKE("Intake", Period.ofWeeks(12)),
    REVIEW("Review", Period.ofWeeks(12)),
    EXIT("Exit", null),
    START("At the start", Period.ofWeeks(12)),
    MIDDLE("In the middle", Period.ofWeeks(12)),
    END("At the end", Period.ofMonths(6)),
    SIX_MONTHS("Six months after", Period.ofMonths(6)),
    TWELVE_MONTHS("Twelve months after", null);

    private final String words;
    private final @Nullable Period next;

    Stage(String words, @Nullable Period next) {
        this.words = words;
        this.next = next;
    }

    @Override
    public String words() {
        return words;
    }

    /** How soon it is asked again after this; null when it is not. */
    public @Nullable Period next() {
        return next;
    }

    public boolean isOfProgramme() {
        return compareTo(START) >= 0;
    }

    /** Whether this view is asked at this stage: participants and partners at those of a programme, everybody else at the others. */
    public boolean fits(By view) {
        return isOfProgramme() == (view == By.PARTICIPANT || view == By.PARTNER);
    }

    /** People come back to tell: at the end, and all the way of a programme, a closed case is asked too. */
    public boolean isAskedWhenClosed() {
        return this == EXIT || isOfProgramme();
    }
}
