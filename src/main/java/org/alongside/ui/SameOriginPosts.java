package org.alongside.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request change something only when it comes from a page of ours. This stands in for tokens in forms, which would need a session. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class SameOriginPosts extends OncePerRequestFilter {
    private static final Set<String> ONLY_READS = Set.of("GET", "HEAD");
    /** What is sent there is a question of another program, and changes nothing. */
    private static final String OPEN = "/open-referral/";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        // Safety: another site cannot make somebody's browser send, sign or change anything here.
        if (ONLY_READS.contains(request.getMethod()) || isOpen(request) || isFromOurPage(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Safety: by the path that leads to the page, not by the address as it was sent, in which another path can hide. */
    private static boolean isOpen(HttpServletRequest request) {
        return (request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "")).startsWith(OPEN);
    }

    private static boolean isFromOurPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        // Browsers too old to say where a request comes from do say its Origin.
        return site != null ? site.equals("same-origin") : isOurs(request.getHeader("Origin"), request.getHeader("Host"));
    }

    private static boolean isOurs(@Nullable String origin, @Nullable String host) {
        try {
            return origin != null && host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }
}
