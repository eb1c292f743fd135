package org.alongside.directory.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.Seal;
import org.alongside.ui.OnLeave;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Carries the words of a search in the visitor's own browser until it closes: sealed, so that nobody who looks there can read them. */
@Component
class FindCookie implements OnLeave {

    static final String NAME = "f";
    private static final String PLACE = "directory.find.cookie";
    private static final List<String> PATHS = List.of("/find", "/cy/find");
    private final Seal seal;
    private final JsonMapper json = JsonMapper.builder().build();

    FindCookie(Seal seal) {
        this.seal = seal;
    }

    /** The search that this browser brought, or nothing: also when the cookie was made elsewhere, changed, or sealed with other keys. */
    Optional<FindForm> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(NAME)) return open(cookie.getValue());
        }
        return Optional.empty();
    }

    void write(FindForm form, HttpServletRequest request, HttpServletResponse response) {
        byte[] sealed = seal.closeBytes(json.writeValueAsBytes(form), PLACE);
        set(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), null, request, response);
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    @Override
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        forget(request, response);
    }

    private Optional<FindForm> open(String value) {
        try {
            return Optional.of(json.readValue(seal.openBytes(Base64.getUrlDecoder().decode(value), PLACE), FindForm.class));
        } catch (IllegalStateException | IllegalArgumentException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private static void set(String value, @Nullable Duration age, HttpServletRequest request, HttpServletResponse response) {
        for (String path : PATHS) {
            // Safety: a session cookie, sent to the search alone, out of reach of scripts; it ends with the browser.
            ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(NAME, value).path(path).httpOnly(true).sameSite("Lax").secure(request.isSecure());
            response.addHeader(HttpHeaders.SET_COOKIE, (age == null ? cookie : cookie.maxAge(age)).build().toString());
        }
    }
}
