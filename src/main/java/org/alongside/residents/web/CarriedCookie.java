package org.alongside.residents.web;

import org.alongside.shared.Seal;
import org.alongside.ui.SealedCookie;
import org.springframework.stereotype.Component;

@Component
class CarriedCookie extends SealedCookie<Carried> {
    CarriedCookie(Seal seal) {
        super(seal, "k", "residents.cookie", "/have-your-say/account", Carried.class);
    }
}
