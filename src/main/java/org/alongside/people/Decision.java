package org.alongside.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the safe-contact gate says.
 *
 * @param words the decision in one sentence
 * @param how what to do, step by step, when contact may be made
 * @param notBefore the next moment the same question may be answered with yes, when that is known
 */
public record Decision(Channel channel, Verdict verdict, Reason reason, String words, List<String> how, @Nullable Instant notBefore) {
    public enum Verdict {
        ALLOWED,
        /** Nobody knows: one live call, after the referrer was asked, and nothing else. */
        ASK_FIRST,
        /** The answers have run out: contact only to ask them again. */
        RECHECK,
        REFUSED
    }

    public enum Reason { SAFE, RISK_TO_LIFE, NEVER, NOT_SAFE, UNKNOWN, CALLED_ONCE, EXPIRED, OUTSIDE_TIMES, NOTHING_TO_USE, LETTERS_HELD, MOVED }

    /** Whether a worker may make contact now, in the way {@code how} says. */
    public boolean mayContact() {
        return verdict != Verdict.REFUSED;
    }

    // Safety: a message that goes by itself needs a plain yes; a re-check and a first call are for a person who can stop.
    public boolean maySend() {
        return verdict == Verdict.ALLOWED;
    }
}
