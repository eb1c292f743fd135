package org.alongside.comments;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.alongside.directory.Nation;
import org.alongside.directory.OpenNow;
import org.alongside.directory.OpeningHours;

/** When an organisation reads what is sent, and how soon: its promise. @param hours as the directory keeps hours @param within hours of those @param hardADay how much that is hard one moderator reads on a day */
public record Care(String hours, int within, int hardADay, int version) {
    public static final Care USUAL = new Care("Mo-Fr 09:00-17:00; PH off", 8, 8, 0);
    private static final int STEPS = 100;
    private static final Duration NOT_KNOWN = Duration.ofDays(3);

    public OpeningHours opening() {
        return OpeningHours.read(hours, Set.of(Nation.ENGLAND), null);
    }

    public OpenNow at(Instant moment) {
        return opening().at(moment);
    }

    /** Until when something that arrives at this moment is read, as promised. */
    public Instant due(Instant arrived) {
        OpeningHours opening = opening();
        Duration left = Duration.ofHours(within);
        Instant at = arrived;
        for (int step = 0; step < STEPS; step++) {
            OpenNow now = opening.at(at);
            Instant until = now.until();
            if (!now.isOpen()) {
                if (now.nextOpening() == null) return arrived.plus(NOT_KNOWN);
                at = now.nextOpening();
            } else if (until == null || !at.plus(left).isAfter(until)) {
                return at.plus(left);
            } else {
                left = left.minus(Duration.between(at, until));
                at = until;
            }
        }
        return arrived.plus(NOT_KNOWN);
    }
}
