package org.alongside.referral.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.shared.Seal;
import org.alongside.shared.Secrets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The secret by which a draft is found. It is set by the first answer sent, never by looking, and dies with the browser's session. */
@Component
class DraftCookie {
    static final String NAME = "step";
    // Safety: sent with the referral's own pages, in both languages, and with "Exit this page", which kills the draft; nowhere else.
    private static final List<String> PATHS = List.of("/refer", "/cy/refer", "/leave");
    private final Seal seal;

    DraftCookie(Seal seal) {
        this.seal = seal;
    }

    Optional<Actor.Holder> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream).filter(cookie -> cookie.getName().equals(NAME)).map(Cookie::getValue)
                .filter(token -> token.length() == 40).findFirst().map(this::holder);
    }

    Actor.Holder set(HttpServletRequest request, HttpServletResponse response) {
        String token = Secrets.random();
        PATHS.forEach(path -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, path, request).build().toString()));
        return holder(token);
    }

    void expire(HttpServletRequest request, HttpServletResponse response) {
        PATHS.forEach(path -> response.addHeader(HttpHeaders.SET_COOKIE, cookie("", path, request).maxAge(0).build().toString()));
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, String path, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value).path(path).httpOnly(true).sameSite("Lax").secure(request.isSecure());
    }

    private Actor.Holder holder(String token) {
        return new Actor.Holder(seal.fingerprint("referral.draft", token));
    }
}
