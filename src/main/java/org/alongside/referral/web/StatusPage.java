package org.alongside.referral.web;

import java.util.Optional;
import org.alongside.referral.Standing;

/** @param asked whether a number was typed, {@code standing} what we may say about it; empty for every number we cannot say anything about */
record StatusPage(boolean asked, boolean busy, Optional<Standing> standing) {}
