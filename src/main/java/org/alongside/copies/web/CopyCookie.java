package org.alongside.copies.web;

import org.alongside.shared.Seal;
import org.alongside.ui.SealedCookie;
import org.springframework.stereotype.Component;

/** Carries what was typed to ask for a copy as long as something in it has to be put right. */
@Component
class CopyCookie extends SealedCookie<CopyForm> {
    CopyCookie(Seal seal) {
        super(seal, "o", "copies.cookie", "/standards", CopyForm.class);
    }
}
