package org.alongside.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.alongside.shared.Seal;
import org.alongside.ui.SealedCookie;
import org.springframework.stereotype.Component;

/** Carries a typed number over one redirect, so that it stands neither in the address nor in a form the device keeps. */
@Component
class StatusCookie {
    static final String NAME = "s";
    private static final int LONGEST = 40;
    private final SealedCookie<String> cookie;

    StatusCookie(Seal seal) {
        this.cookie = new SealedCookie<>(seal, NAME, "cookie.referral.status", "/refer/status", String.class);
    }

    void set(String typed, HttpServletRequest request, HttpServletResponse response) {
        cookie.write(typed.substring(0, Math.min(typed.length(), LONGEST)), request, response);
    }

    Optional<String> read(HttpServletRequest request) {
        return cookie.read(request);
    }

    void expire(HttpServletRequest request, HttpServletResponse response) {
        cookie.forget(request, response);
    }
}
