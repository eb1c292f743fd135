package org.alongside.referral;

import java.time.Instant;
import java.util.List;

/**
 * What a referral says of danger, as whoever referred said it; nothing of it is the client's answer today.
 *
 * @param theirs whether the client said it themselves
 * @param who whoever referred
 * @param safeNow their answer whether it was safe at that moment; empty when they did not say
 * @param risks those they ticked; that none is ticked does not mean there are none
 * @param riskWords what they wrote about the risk, {@code words} what they wrote about what happened
 */
public record DangerSaid(ReferralId referral, boolean theirs, String who, Instant receivedAt, String safeNow, List<String> risks, String riskWords, String words) {}
