package org.alongside.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.alongside.shared.Seal;
import org.alongside.ui.SealedCookie;
import org.springframework.stereotype.Component;

/** Carries a typed number over one redirect, so that it stands neither in the address nor in a form the device keeps. */
@Component
class StatusCookie extends SealedCookie<String> {
    static final String NAME = "s";
    private static final int LONGEST = 40;

    StatusCookie(Seal seal) {
        super(seal, NAME, "cookie.referral.status", "/refer/status", String.class);
    }

    @Override
    public void write(String typed, HttpServletRequest request, HttpServletResponse response) {
        super.write(typed.substring(0, Math.min(typed.length(), LONGEST)), request, response);
    }
}
