package org.alongside.organisations.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.alongside.access.Network;
import org.alongside.access.WorkerId;
import org.alongside.organisations.Visit;
import org.alongside.shared.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Says from where a request comes, and lets a browser in which somebody signed in be known again. */
@Component
class Visits {
    private static final String COOKIE = "familiar";
    private static final String PLACE = "organisations.familiar";
    private final Network network;
    private final Seal seal;

    Visits(Network network, Seal seal) {
        this.network = network;
        this.seal = seal;
    }

    Visit of(HttpServletRequest request) {
        return new Visit(network.of(request), familiar(request), isHere(request));
    }

    void remember(WorkerId worker, HttpServletRequest request, HttpServletResponse response) {
        String sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(seal.closeBytes(worker.id().toString().getBytes(StandardCharsets.US_ASCII), PLACE));
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, sealed)
                .path("/desk/sign-in").httpOnly(true).secure(request.isSecure()).sameSite("Strict").maxAge(Duration.ofDays(90)).build().toString());
    }

    private @Nullable WorkerId familiar(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) return null;
        try {
            return new WorkerId(UUID.fromString(new String(seal.openBytes(Base64.getUrlDecoder().decode(cookie.getValue()), PLACE), StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return null;
        }
    }

    private static boolean isHere(HttpServletRequest request) {
        // Safety: behind a proxy every request seems to come from this machine; then nobody is at the machine itself.
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) return false;
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException odd) {
            return false;
        }
    }
}
