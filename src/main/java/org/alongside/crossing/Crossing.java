package org.alongside.crossing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/**
 * Safety: all that may cross the wall, from the side of those who harm to the side of those they harm. What is not a component of one of these four does not cross;
 * nothing crosses the other way, except that contact was offered ({@link Crossings#offeredOf}).
 */
public sealed interface Crossing {
    /** One participant and one partner, by an id that means nothing elsewhere on either side. */
    UUID pair();

    /** How soon somebody must be in touch with the partner; null when this can wait for the next talk. */
    @Nullable Duration answerWithin();

    /** A partner, earlier partner or new partner was named. @param participant whom the partner knows them as @param reach what was said of how to reach the partner safely */
    record PartnerNamed(UUID pair, Kind kind, String participant, String partner, String reach) implements Crossing {
        @Override
        public Duration answerWithin() {
            return Duration.ofDays(2);
        }
    }

    enum Kind implements Worded {
        PARTNER("Partner"),
        EX_PARTNER("Ex-partner"),
        NEW_PARTNER("New partner");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** The participant came to a session, or did not. */
    record Attendance(UUID pair, LocalDate day, Came came) implements Crossing {
        @Override
        public @Nullable Duration answerWithin() {
            return came == Came.MISSED ? SOON : null;
        }
    }

    enum Came { CAME, MISSED }

    /** Where the participant is in the programme. */
    record Standing(UUID pair, Where where) implements Crossing {
        @Override
        public @Nullable Duration answerWithin() {
            return switch (where) {
                case SUSPENDED, LEFT -> SOON;
                case COMPLETED -> Duration.ofDays(2);
                case STARTED, RETURNED -> null;
            };
        }
    }

    enum Where implements Worded {
        STARTED("Has started the programme"),
        SUSPENDED("Is suspended from the programme"),
        RETURNED("Is back in the programme"),
        LEFT("Left the programme before its end"),
        COMPLETED("Has finished the programme");

        private final String words;

        Where(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** The danger to the partner changed, as the programme sees it. @param words what the partner's worker needs to know to keep them safe */
    record RiskChanged(UUID pair, Direction direction, String words) implements Crossing {
        @Override
        public @Nullable Duration answerWithin() {
            return direction == Direction.UP ? SOON : null;
        }
    }

    enum Direction { UP, DOWN }

    /** A missed session or a concern: within hours. */
    Duration SOON = Duration.ofHours(4);
}
