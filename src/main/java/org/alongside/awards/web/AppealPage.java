package org.alongside.awards.web;

import org.alongside.awards.Appeal;
import org.alongside.awards.Decision;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

record AppealPage(Appeal appeal, Decision decision, boolean mayHear, @Nullable String upheld, @Nullable String reason, Problems problems) {}
