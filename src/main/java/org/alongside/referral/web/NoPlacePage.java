package org.alongside.referral.web;

import java.util.List;
import org.alongside.helpline.Helpline;
import org.alongside.shared.Problems;

/** There is no place. @param lines whom anybody can ring meanwhile */
record NoPlacePage(ReferralPage referral, NoPlaceForm form, Problems problems, List<Helpline> lines) {}
