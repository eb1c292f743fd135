package org.alongside.programme.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.programme.NoPartner;
import org.alongside.programme.Partner;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * The partners of a participant.
 *
 * @param around partners on the participant's page who are not named yet
 * @param mayAgree whether whoever looks may agree that there is nobody
 */
record PartnersPage(UUID caseId, String who, boolean closed, List<Row> rows, @Nullable NoPartner nobody, String nobodyBy, String agreedBy, boolean mayAgree, List<Option> around, UUID once, Map<String, String> typed, Problems problems) {
    record Row(Partner partner, String by) {}

    String path() {
        return "/desk/cases/" + caseId + "/partners";
    }

    @Nullable String typed(String field) {
        return typed.get(field);
    }
}
