package org.alongside.referral.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.shared.Seal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Carries a typed number over one redirect, sealed, so that it stands neither in the address nor in a form the device keeps. */
@Component
class StatusCookie {
    static final String NAME = "s";
    private static final String PLACE = "cookie.referral.status";
    private static final List<String> PATHS = List.of("/refer/status", "/cy/refer/status", "/leave");
    private final Seal seal;

    StatusCookie(Seal seal) {
        this.seal = seal;
    }

    void set(String typed, HttpServletRequest request, HttpServletResponse response) {
        String text = typed.length() > 40 ? typed.substring(0, 40) : typed;
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(seal.closeBytes(text.getBytes(StandardCharsets.UTF_8), PLACE));
        PATHS.forEach(path -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(value, path, request).build().toString()));
    }

    Optional<String> read(HttpServletRequest request) {
        try {
            return Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream).filter(cookie -> cookie.getName().equals(NAME)).map(Cookie::getValue).findFirst()
                    .map(value -> new String(seal.openBytes(Base64.getUrlDecoder().decode(value), PLACE), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    void expire(HttpServletRequest request, HttpServletResponse response) {
        PATHS.forEach(path -> response.addHeader(HttpHeaders.SET_COOKIE, cookie("", path, request).maxAge(0).build().toString()));
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, String path, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value).path(path).httpOnly(true).sameSite("Lax").secure(request.isSecure());
    }
}
