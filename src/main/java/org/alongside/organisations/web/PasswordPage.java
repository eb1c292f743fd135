package org.alongside.organisations.web;

import org.alongside.shared.Problems;

record PasswordPage(Problems problems) {}
