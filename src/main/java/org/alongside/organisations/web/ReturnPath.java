package org.alongside.organisations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The desk page somebody wanted before they were asked to sign in. */
final class ReturnPath {
    private ReturnPath() {
    }

    static String toSignIn(HttpServletRequest request) {
        return of("/desk/sign-in", request.getMethod().equals("GET") ? request.getRequestURI() : null);
    }

    static String of(String page, @Nullable String to) {
        String wanted = safe(to);
        return wanted.equals("/desk") ? page : page + "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /** The path when it is surely one of the desk's, and the desk's own first page otherwise. */
    static String safe(@Nullable String path) {
        // Safety: only letters, digits, dashes and single slashes: no other site, no script, no question with words in it.
        return path != null && path.length() <= 200 && path.matches("/desk(/[A-Za-z0-9-]+)*") ? path : "/desk";
    }
}
