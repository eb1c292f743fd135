package org.alongside.organisations.web;

import org.alongside.shared.Problems;

/** @param secret for typing, in groups of four
 *  @param replaces whether there is one already, so that the password is asked for */
record SecondFactorPage(String secret, boolean replaces, Problems problems) {}
