package org.alongside.documents.web;

import java.util.UUID;
import org.alongside.casework.CaseLooks;
import org.alongside.documents.Document;
import org.alongside.documents.Documents;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class DocumentPages {
    private final CaseLooks looks;
    private final Documents documents;
    private final Organisations organisations;

    DocumentPages(CaseLooks looks, Documents documents, Organisations organisations) {
        this.looks = looks;
        this.documents = documents;
        this.organisations = organisations;
    }

    DocumentsPage all(UUID caseId, DocumentForm form, Problems problems) {
        CaseLooks.Look look = looks.look(caseId);
        return new DocumentsPage(caseId, look.who(), look.facts().isClosed(), documents.of(look.id()).stream().map(one -> new DocumentsPage.Row(one, organisations.nameOf(one.addedBy()))).toList(), form, problems);
    }

    /** @param why what was typed as the reason to take it away */
    DocumentPage one(UUID caseId, UUID id, CopyForm form, @Nullable String why, Problems problems) {
        CaseLooks.Look look = looks.look(caseId);
        Document document = documents.one(look.id(), id);
        return new DocumentPage(caseId, look.who(), look.facts().isClosed(), document, organisations.nameOf(document.addedBy()), document.removed() == null ? null : organisations.nameOf(document.removed().by()),
                documents.copies(id).stream().map(copy -> new DocumentPage.Copied(copy, organisations.nameOf(copy.by()))).toList(), form, why, problems);
    }

    Documents.Content original(UUID caseId, UUID id) {
        return documents.original(looks.look(caseId).id(), id);
    }

    Documents.Content copy(UUID caseId, UUID id, UUID copy) {
        return documents.copy(looks.look(caseId).id(), id, copy);
    }
}
