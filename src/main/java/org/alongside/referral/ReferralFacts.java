package org.alongside.referral;

import org.alongside.shared.Side;

/** @param workerWish WOMAN, MAN, NO_WISH, or empty when they were not asked or did not say */
public record ReferralFacts(ReferralId id, Side side, ReferralStatus status, Source source, Danger danger, boolean child, String workerWish) {}
