package org.alongside.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.referral.GateRule.Found;
import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/**
 * The referrer was asked for what is missing.
 *
 * @param rules what was asked for
 * @param dueAt from then on somebody is reminded, until there is an answer or the referral is decided
 * @param heard what was learned; null while it is open
 */
public record AskedBack(UUID id, Way way, List<GateRule> rules, WorkerId by, Instant at, Instant dueAt, int reminders, @Nullable Heard heard) {
    /** How the referrer was asked. */
    public enum Way implements Worded {
        CALL("I ring them, or speak with them"),
        EMAIL("A neutral e-mail asks them to ring us"),
        /** They came by themselves: offered to nobody who asks. */
        THEY_CAME("They came to us");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** What the referrer said, as a worker understood it. */
    public record Heard(Map<GateRule, Found> found, String words, WorkerId by, Instant at) {}

    public boolean isOpen() {
        return heard == null;
    }
}
