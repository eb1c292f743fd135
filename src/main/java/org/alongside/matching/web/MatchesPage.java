package org.alongside.matching.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

record MatchesPage(List<MatchRow> rows, @Nullable String older) {}
