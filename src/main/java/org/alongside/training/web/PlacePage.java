package org.alongside.training.web;

import java.time.Instant;
import java.util.Locale;
import org.alongside.training.Registrations.Mine;
import org.alongside.training.Session;
import org.alongside.training.Standing;
import org.jspecify.annotations.Nullable;

/** What the holder of a link has. @param passed whether what they just pressed came too late */
record PlacePage(Mine mine, boolean passed, Instant now) {
    String path() {
        return mine.registration().path();
    }

    Standing standing() {
        return mine.registration().standing();
    }

    boolean isOver() {
        return mine.cohort().isOverAt(now);
    }

    @Nullable Session openNow() {
        return standing() == Standing.PLACED && !mine.cohort().isCalledOff() ? mine.openAt(now) : null;
    }

    boolean came() {
        Session open = openNow();
        return open != null && mine.attended().contains(open.id());
    }

    /** Whether they may still give it back, or stop waiting. */
    boolean mayLeave() {
        return standing().isLive() && standing() != Standing.OFFERED && !mine.cohort().isCalledOff() && mine.cohort().starts().filter(now::isBefore).isPresent();
    }

    /** What it says about how they stand: the last part of a key. */
    String state() {
        if (mine.cohort().isCalledOff()) return "called-off";
        if (mine.wasAtEverySession()) return "trained";
        if (standing() == Standing.PLACED && isOver()) return "over";
        return standing().name().toLowerCase(Locale.ROOT);
    }
}
