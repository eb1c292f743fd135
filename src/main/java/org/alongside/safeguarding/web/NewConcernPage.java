package org.alongside.safeguarding.web;

import java.util.List;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

/** A concern to be raised. @param people the client and the people around them */
record NewConcernPage(UUID caseId, String who, ConcernForm form, List<Option> people, Problems problems) {
    String list() {
        return "/desk/cases/" + caseId + "/concerns";
    }
}
