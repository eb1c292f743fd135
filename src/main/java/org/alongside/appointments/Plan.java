package org.alongside.appointments;

import java.time.Duration;
import java.time.Instant;
import org.alongside.access.WorkerId;
import org.alongside.shared.RuleBroken;
import org.jspecify.annotations.Nullable;

/**
 * What is planned.
 *
 * @param minutes how long, 5 to 600
 * @param place in words; empty where the venue says it all. Never the client's address
 * @param homeChecked whether the worker thought about who else is at the home
 * @param alone whether the worker goes by themself
 */
public record Plan(WorkerId worker, Instant startsAt, int minutes, Venue venue, String place, Interpreter interpreter, boolean homeChecked, boolean alone) {
    /** How long after the end somebody asks for a worker who went alone. */
    static final Duration GRACE = Duration.ofMinutes(30);

    public Plan {
        if (minutes < 5 || minutes > 600) throw new RuleBroken("appointments.minutes", "Enter how long it takes, from 5 to 600 minutes.");
        // Safety: nobody goes to a home without having thought about who else is there.
        if (venue == Venue.THEIR_HOME && !homeChecked) throw new RuleBroken("appointments.home", "Say that you checked who else may be there.");
        if (venue == Venue.PHONE || venue == Venue.VIDEO) alone = false;
    }

    /** When a worker who went alone is to be back; null for any other. */
    @Nullable Instant backBy() {
        return alone ? startsAt.plus(Duration.ofMinutes(minutes)).plus(GRACE) : null;
    }
}
