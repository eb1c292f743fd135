package org.alongside.accommodation.web;

import java.util.UUID;
import org.alongside.accommodation.Place;
import org.alongside.shared.Problems;

/** Why a place turned a household away: one press. */
record RefusalPage(UUID caseId, String who, Place place, Problems problems) {
    String list() {
        return "/desk/cases/" + caseId + "/accommodation";
    }

    String path() {
        return list() + "/places/" + place.id() + "/refusal";
    }
}
