package org.alongside.network;

import java.time.Instant;
import java.time.LocalDate;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * A worker and the network. @param name as others read it; empty once they are gone @param does their work, in their words @param knows what they can be asked about, in their words
 * @param until the last day; null before it is confirmed @param reason why it was refused or ended @param takesAlong whether their words go with them
 */
public record Member(WorkerId worker, MemberState state, String name, String does, String knows, Instant askedAt, @Nullable LocalDate until, String reason, boolean wantsNews, boolean takesAlong) {
    public boolean isConfirmed(LocalDate today) {
        return state == MemberState.CONFIRMED && until != null && !today.isAfter(until);
    }

    /** Whether the year ends soon enough to say so. */
    public boolean endsSoon(LocalDate today) {
        return isConfirmed(today) && until != null && !today.plusDays(Members.SAID_BEFORE_DAYS).isBefore(until);
    }
}
