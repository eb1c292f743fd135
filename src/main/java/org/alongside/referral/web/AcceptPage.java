package org.alongside.referral.web;

import org.alongside.shared.Problems;

/** Accepting although the quality gate does not hold: the worker's judgement, with its reason. */
record AcceptPage(ReferralPage referral, String why, Problems problems) {}
