package org.alongside.documents.web;

import java.util.List;
import java.util.UUID;
import org.alongside.documents.Document;
import org.alongside.shared.Problems;

/** The files of a case, and the form that adds one. */
record DocumentsPage(UUID caseId, String who, boolean closed, List<Row> rows, DocumentForm form, Problems problems) {
    record Row(Document document, String by) {}

    String path() {
        return "/desk/cases/" + caseId + "/documents";
    }
}
