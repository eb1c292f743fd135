package org.alongside.organisations.web;

import org.alongside.shared.Problems;

record OwnNamePage(String name, Problems problems) {}
