package org.alongside.residents.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.residents.Resident;
import org.alongside.residents.ResidentAtTheDoor;
import org.alongside.residents.ResidentSessions;
import org.alongside.ui.OnLeave;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The secret of whoever is signed in. It dies with the browser, and is gone at once for whoever exits. */
@Component
class ResidentCookie implements ResidentAtTheDoor, OnLeave {
    static final String NAME = "r";
    private static final String PATH = "/have-your-say", LEAVE = "/leave";
    // Safety: sent with the pages of a conversation, in both languages, and with "Exit this page", which ends it; nowhere else.
    private static final List<String> PATHS = List.of(PATH, "/cy" + PATH, LEAVE);
    private final ResidentSessions sessions;

    ResidentCookie(ResidentSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<Resident> of(HttpServletRequest request) {
        return isOurs(request) ? token(request).flatMap(sessions::of) : Optional.empty();
    }

    private static boolean isOurs(HttpServletRequest request) {
        // Safety: no other page asks who somebody is, whatever their browser sends.
        return request.getRequestURI().equals(PATH) || request.getRequestURI().startsWith(PATH + "/");
    }

    /** @param token of the session that has just begun; one that this browser had before is over */
    void begin(String token, HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(sessions::end);
        for (String path : PATHS) response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, path, request).build().toString());
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        // Safety: the cookie goes first; it must not stay because the database is away.
        for (String path : PATHS) response.addHeader(HttpHeaders.SET_COOKIE, cookie("", path, request).maxAge(0).build().toString());
        token(request).ifPresent(sessions::end);
    }

    @Override
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        end(request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream).filter(cookie -> cookie.getName().equals(NAME)).map(Cookie::getValue).filter(token -> token.length() == 40).findFirst();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, String path, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value).path(path).httpOnly(true).sameSite("Lax").secure(request.isSecure());
    }
}
