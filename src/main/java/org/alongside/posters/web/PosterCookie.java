package org.alongside.posters.web;

import org.alongside.shared.Seal;
import org.alongside.ui.SealedCookie;
import org.springframework.stereotype.Component;

/** Carries a choice that could not be understood back to its page, in the visitor's own browser. */
@Component
class PosterCookie extends SealedCookie<PosterForm> {
    PosterCookie(Seal seal) {
        super(seal, "w", "posters.cookie", "/posters", PosterForm.class);
    }
}
