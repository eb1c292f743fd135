package org.alongside.matching.web;

import java.util.List;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

record MatchPage(MatchRow match, List<Option> decisions, List<Option> colleagues, MatchForm form, Problems problems) {}
