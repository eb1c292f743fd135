package org.alongside.organisations.web;

import org.alongside.organisations.Welcome;
import org.alongside.shared.Problems;

record LinkPage(String token, Welcome.Guest guest, Problems problems) {}
