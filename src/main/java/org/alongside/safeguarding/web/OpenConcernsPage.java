package org.alongside.safeguarding.web;

import java.util.List;
import org.alongside.safeguarding.Concern;

/** The concerns that go on, the oldest first. */
record OpenConcernsPage(List<Row> rows) {
    record Row(Concern concern, String reference, String raisedBy) {
        String path() {
            return "/desk/cases/" + concern.caseId().id() + "/concerns/" + concern.id();
        }
    }
}
