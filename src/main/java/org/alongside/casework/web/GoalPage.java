package org.alongside.casework.web;

import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** @param now the goal as it stands; null for a new one */
record GoalPage(CaseBar bar, GoalForm form, Problems problems, NeedsPage.@Nullable Goal now) {}
