package org.alongside.casework.web;

import java.util.List;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** @param now the action as it stands; null for a new one */
record ActionPage(CaseBar bar, ActionForm form, Problems problems, ActionsPage.@Nullable Action now, List<Option> colleagues) {}
