package org.alongside.organisations.web;

import org.alongside.shared.Problems;

record SignInPage(String email, String to, Problems problems) {}
