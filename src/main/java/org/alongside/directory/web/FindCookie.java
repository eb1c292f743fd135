package org.alongside.directory.web;

import org.alongside.shared.Seal;
import org.alongside.ui.SealedCookie;
import org.springframework.stereotype.Component;

/** Carries the words of a search in the visitor's own browser until it closes. */
@Component
class FindCookie extends SealedCookie<FindForm> {
    static final String NAME = "f";

    FindCookie(Seal seal) {
        super(seal, NAME, "directory.find.cookie", "/find", FindForm.class);
    }
}
