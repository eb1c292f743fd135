package org.alongside.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.shared.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries what was typed on a public form in the visitor's own browser until it closes: sealed, so that nobody who looks there can read it.
 *
 * Its name is short and says nothing; its place is what it is sealed to, like {@code directory.find.cookie}; its path is the page it is sent to, without the language.
 */
public class SealedCookie<T> implements OnLeave {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Seal seal;
    private final String name;
    private final String place;
    private final String path;
    private final Class<T> type;

    public SealedCookie(Seal seal, String name, String place, String path, Class<T> type) {
        this.seal = seal;
        this.name = name;
        this.place = place;
        this.path = path;
        this.type = type;
    }

    /** What this browser brought, or nothing: also when the cookie was made elsewhere, changed, or sealed with other keys. */
    public Optional<T> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of).filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue).findFirst().flatMap(this::open);
    }

    public void write(T typed, HttpServletRequest request, HttpServletResponse response) {
        set(Base64.getUrlEncoder().withoutPadding().encodeToString(seal.closeBytes(JSON.writeValueAsBytes(typed), place)), null, request, response);
    }

    public void forget(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    @Override
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        forget(request, response);
    }

    private Optional<T> open(String value) {
        try {
            return Optional.of(JSON.readValue(seal.openBytes(Base64.getUrlDecoder().decode(value), place), type));
        } catch (IllegalStateException | IllegalArgumentException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private void set(String value, @Nullable Duration age, HttpServletRequest request, HttpServletResponse response) {
        for (String sent : List.of(path, "/cy" + path)) {
            // Safety: a session cookie, sent to that page alone, out of reach of scripts; it ends with the browser.
            ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(name, value).path(sent).httpOnly(true).sameSite("Lax").secure(request.isSecure());
            response.addHeader(HttpHeaders.SET_COOKIE, (age == null ? cookie : cookie.maxAge(age)).build().toString());
        }
    }
}
