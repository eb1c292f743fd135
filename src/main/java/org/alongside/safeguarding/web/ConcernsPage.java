package org.alongside.safeguarding.web;

import java.util.List;
import java.util.UUID;
import org.alongside.safeguarding.Concern;

/** The concerns of a case, the newest first. */
record ConcernsPage(UUID caseId, String who, List<Row> rows) {
    record Row(Concern concern, String by) {}

    String path() {
        return "/desk/cases/" + caseId + "/concerns";
    }
}
