package org.alongside.directory.assurance.web;

import org.alongside.shared.Seal;
import org.alongside.ui.SealedCookie;
import org.springframework.stereotype.Component;

/** Carries what could not be taken back to its page, in the visitor's own browser. */
@Component
class SuggestionCookie extends SealedCookie<SuggestionForm> {
    SuggestionCookie(Seal seal) {
        super(seal, "w", "directory.wrong.cookie", "/services", SuggestionForm.class);
    }
}
