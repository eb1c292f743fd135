package org.alongside.awards.web;

import java.util.List;
import org.alongside.awards.Appeal;
import org.alongside.awards.Decision;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** A decision, as whoever it is about reads it. */
record AnswerPage(Decision decision, List<Appeal> appeals, boolean mayAppeal, String once, @Nullable String words, Problems problems) {}
