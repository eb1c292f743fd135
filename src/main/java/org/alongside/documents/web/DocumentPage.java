package org.alongside.documents.web;

import java.util.List;
import java.util.UUID;
import org.alongside.documents.Document;
import org.alongside.documents.Documents;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** One file. @param removedBy who took it away @param why what was typed as the reason to take it away */
record DocumentPage(UUID caseId, String who, boolean closed, Document document, String by, @Nullable String removedBy, List<Copied> copies, CopyForm form, @Nullable String why, Problems problems) {
    record Copied(Documents.Copy copy, String by) {}

    String all() {
        return "/desk/cases/" + caseId + "/documents";
    }

    String path() {
        return all() + "/" + document.id();
    }

    boolean canBeCopied() {
        return Documents.canBeCopied(document);
    }
}
