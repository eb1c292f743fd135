package org.alongside.referral.web;

/** A rule refused what was asked; the words say which and what to do. */
record RefusedPage(String words) {}
