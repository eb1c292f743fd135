package org.alongside.referral.web;

import org.alongside.referral.Asking;
import org.alongside.referral.Standing;

/** The number to keep, and when it is read. */
record DonePage(String code, Asking asking, Standing standing) {}
