package org.alongside.organisations.web;

import org.alongside.organisations.Colleague;
import org.alongside.shared.Problems;

record LeavingPage(Colleague colleague, Problems problems) {}
