package org.alongside.training.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.alongside.shared.Seal;
import org.alongside.ui.OnLeave;
import org.alongside.ui.SealedCookie;
import org.springframework.stereotype.Component;

/** Carries what was typed to ask for a place as long as something in it has to be put right. */
@Component
class PlaceCookie implements OnLeave {
    private final SealedCookie<PlaceForm> cookie;

    PlaceCookie(Seal seal) {
        this.cookie = new SealedCookie<>(seal, "p", "training.place.cookie", "/training", PlaceForm.class);
    }

    Optional<PlaceForm> read(HttpServletRequest request) {
        return cookie.read(request);
    }

    void write(PlaceForm form, HttpServletRequest request, HttpServletResponse response) {
        cookie.write(form, request, response);
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        cookie.forget(request, response);
    }

    @Override
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        forget(request, response);
    }
}
