package org.alongside.posters.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.alongside.shared.Seal;
import org.alongside.ui.OnLeave;
import org.alongside.ui.SealedCookie;
import org.springframework.stereotype.Component;

/** Carries a choice that could not be understood back to its page, in the visitor's own browser. */
@Component
class PosterCookie implements OnLeave {
    private final SealedCookie<PosterForm> cookie;

    PosterCookie(Seal seal) {
        this.cookie = new SealedCookie<>(seal, "w", "posters.cookie", "/posters", PosterForm.class);
    }

    Optional<PosterForm> read(HttpServletRequest request) {
        return cookie.read(request);
    }

    void write(PosterForm form, HttpServletRequest request, HttpServletResponse response) {
        cookie.write(form, request, response);
    }

    @Override
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        cookie.forget(request, response);
    }
}
