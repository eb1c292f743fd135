package org.alongside.training.web;

import org.alongside.shared.Seal;
import org.alongside.ui.SealedCookie;
import org.springframework.stereotype.Component;

/** Carries what was typed to ask for a place as long as something in it has to be put right. */
@Component
class PlaceCookie extends SealedCookie<PlaceForm> {
    PlaceCookie(Seal seal) {
        super(seal, "p", "training.place.cookie", "/training", PlaceForm.class);
    }
}
