package org.alongside.casework.web;

import java.util.List;
import org.alongside.casework.NeedDomain;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** @param now the need as it stands; null for a new one @param free the domains that are not on the list yet */
record NeedPage(CaseBar bar, NeedForm form, Problems problems, NeedsPage.@Nullable Need now, List<NeedDomain> free) {}
