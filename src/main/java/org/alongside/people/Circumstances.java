package org.alongside.people;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the gate must know beside the person's answers.
 *
 * @param calledOnce the one live call to a number of which nobody knows whether it is safe was made
 * @param riskToLife ways opened by a manager because a life is at risk, until their day is over
 * @param letterAddress the person chose an address for letters, and it is not unsafe
 * @param lettersHeldUntil no letter leaves before this moment, because a protected address was just recorded
 * @param moved they stand on the other side of the wall, as far as is known: this side makes no contact
 */
public record Circumstances(boolean calledOnce, Set<Channel> riskToLife, boolean letterAddress, @Nullable Instant lettersHeldUntil, boolean moved) {
    public static final Circumstances NONE = new Circumstances(false, Set.of(), false, null);

    public Circumstances(boolean calledOnce, Set<Channel> riskToLife, boolean letterAddress, @Nullable Instant lettersHeldUntil) {
        this(calledOnce, riskToLife, letterAddress, lettersHeldUntil, false);
    }
}
