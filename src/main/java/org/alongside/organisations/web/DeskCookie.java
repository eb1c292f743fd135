package org.alongside.organisations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.stereotype.Component;

/** The session's cookie. It lives under /desk; everywhere else there is no session, whatever a request carries. */
@Component
class DeskCookie implements HttpSessionIdResolver {
    static final String NAME = "desk";
    private final CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();

    DeskCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(NAME);
        cookie.setCookiePath("/desk");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Strict");
        cookies.setCookieSerializer(cookie);
    }

    static boolean isDesk(HttpServletRequest request) {
        return request.getRequestURI().equals("/desk") || request.getRequestURI().startsWith("/desk/");
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        // Safety: a public page never asks who somebody is, not even by accident.
        return isDesk(request) ? cookies.resolveSessionIds(request) : List.of();
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        if (!isDesk(request)) throw new IllegalStateException("no session outside the desk");
        cookies.setSessionId(request, response, id);
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        if (isDesk(request)) cookies.expireSession(request, response);
    }
}
