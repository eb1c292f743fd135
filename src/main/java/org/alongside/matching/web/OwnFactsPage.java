package org.alongside.matching.web;

import org.alongside.shared.Problems;

record OwnFactsPage(OwnFactsForm form, Problems problems) {}
