package org.alongside.casework.web;

import java.util.List;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** @param now the option as it stands; null for a new one */
record OfferPage(CaseBar bar, OfferForm form, Problems problems, NeedsPage.@Nullable Offer now, List<NeedsPage.Goal> goals) {}
