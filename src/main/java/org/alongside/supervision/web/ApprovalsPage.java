package org.alongside.supervision.web;

import java.util.List;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.supervision.Approval;
import org.jspecify.annotations.Nullable;

/** What waits for a manager's answer. @param refused which answer was refused, with the words typed */
record ApprovalsPage(List<Row> rows, @Nullable UUID refused, @Nullable String words, Problems problems) {
    /** @param own whether whoever looks asked it @param openOn how long it waits, in days */
    record Row(Approval approval, String client, String reference, String by, boolean own, long days) {}
}
