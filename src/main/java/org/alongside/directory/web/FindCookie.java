package org.alongside.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.alongside.shared.Seal;
import org.alongside.ui.OnLeave;
import org.alongside.ui.SealedCookie;
import org.springframework.stereotype.Component;

/** Carries the words of a search in the visitor's own browser until it closes. */
@Component
class FindCookie implements OnLeave {
    static final String NAME = "f";
    private final SealedCookie<FindForm> cookie;

    FindCookie(Seal seal) {
        this.cookie = new SealedCookie<>(seal, NAME, "directory.find.cookie", "/find", FindForm.class);
    }

    Optional<FindForm> read(HttpServletRequest request) {
        return cookie.read(request);
    }

    void write(FindForm form, HttpServletRequest request, HttpServletResponse response) {
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
