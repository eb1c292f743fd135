package org.alongside.commissioning.web;

import java.time.LocalDate;
import org.alongside.commissioning.Request;
import org.alongside.shared.Problems;

record RequestPage(Request request, LocalDate today, Problems problems) {}
