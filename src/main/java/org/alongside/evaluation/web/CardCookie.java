package org.alongside.evaluation.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.shared.Seal;
import org.alongside.ui.OnLeave;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Carries the number of a card, as typed, from the first page of the questions to the second: sealed, and gone when the answers are sent or the browser closes. */
@Component
class CardCookie implements OnLeave {
    static final String NAME = "q";
    private static final String PLACE = "cookie.evaluation.card";
    private static final int LONGEST = 40;
    private static final List<String> PATHS = List.of("/training/questions", "/cy/training/questions", "/leave");
    private final Seal seal;

    CardCookie(Seal seal) {
        this.seal = seal;
    }

    /** What was typed for these questions; empty when nothing was, or the cookie was made elsewhere, changed, or for other questions. */
    Optional<String> read(String code, HttpServletRequest request) {
        try {
            return Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream).filter(cookie -> cookie.getName().equals(NAME)).map(Cookie::getValue).filter(value -> !value.isEmpty()).findFirst()
                    .map(value -> new String(seal.openBytes(Base64.getUrlDecoder().decode(value), PLACE + "/" + code), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    void set(String code, String typed, HttpServletRequest request, HttpServletResponse response) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        put(Base64.getUrlEncoder().withoutPadding().encodeToString(seal.closeBytes(text.getBytes(StandardCharsets.UTF_8), PLACE + "/" + code)), null, request, response);
    }

    void expire(HttpServletRequest request, HttpServletResponse response) {
        put("", Duration.ZERO, request, response);
    }

    @Override
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        expire(request, response);
    }

    private static void put(String value, @Nullable Duration age, HttpServletRequest request, HttpServletResponse response) {
        for (String path : PATHS) {
            // Safety: a session cookie, sent to the questions alone, out of reach of scripts.
            ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(NAME, value).path(path).httpOnly(true).sameSite("Lax").secure(request.isSecure());
            response.addHeader(HttpHeaders.SET_COOKIE, (age == null ? cookie : cookie.maxAge(age)).build().toString());
        }
    }
}
