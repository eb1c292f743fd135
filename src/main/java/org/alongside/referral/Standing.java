package org.alongside.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a code may know.
 *
 * @param ringFrom when to ring with the code, when they asked not to be contacted
 * @param nextRead when the inbox it lies in is next read, as long as nobody has read it
 */
public record Standing(ReferralStatus status, @Nullable Instant ringFrom, @Nullable Instant nextRead) {}
