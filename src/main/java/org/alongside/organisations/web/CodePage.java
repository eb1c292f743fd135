package org.alongside.organisations.web;

import org.alongside.shared.Problems;

record CodePage(String to, Problems problems) {}
