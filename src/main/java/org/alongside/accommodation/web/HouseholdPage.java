package org.alongside.accommodation.web;

import java.util.List;
import java.util.UUID;
import org.alongside.accommodation.Request;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** What a household needs, to be written down or changed. @param now the search as it stands; null for a new one */
record HouseholdPage(UUID caseId, UUID person, String who, @Nullable Request now, HouseholdForm form, List<Option> children, Problems problems) {
    String list() {
        return "/desk/cases/" + caseId + "/accommodation";
    }

    String path() {
        return now == null ? list() : list() + "/" + now.id();
    }
}
