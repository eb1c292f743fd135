package org.alongside.evaluation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.alongside.shared.Seal;
import org.alongside.ui.OnLeave;
import org.alongside.ui.SealedCookie;
import org.springframework.stereotype.Component;

/** Carries the number of a card, as typed, from the first page of the questions to the second: gone when the answers are sent or the browser closes. */
@Component
class CardCookie implements OnLeave {
    static final String NAME = "q";
    private static final int LONGEST = 40;
    private final Seal seal;

    CardCookie(Seal seal) {
        this.seal = seal;
    }

    /** What was typed for these questions; empty when nothing was, or it was typed for other questions. */
    Optional<String> read(String code, HttpServletRequest request) {
        return of(code).read(request);
    }

    void set(String code, String typed, HttpServletRequest request, HttpServletResponse response) {
        of(code).write(typed.substring(0, Math.min(typed.length(), LONGEST)), request, response);
    }

    void expire(HttpServletRequest request, HttpServletResponse response) {
        of("").forget(request, response);
    }

    @Override
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        expire(request, response);
    }

    private SealedCookie<String> of(String code) {
        return new SealedCookie<>(seal, NAME, "cookie.evaluation.card/" + code, "/training/questions", String.class);
    }
}
