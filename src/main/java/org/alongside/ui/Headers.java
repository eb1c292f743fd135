package org.alongside.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What every answer tells the browser: nothing from elsewhere, nothing kept, nothing passed on. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Headers extends OncePerRequestFilter {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'";
    private static final List<String> NOT_FOR_SEARCH_ENGINES = List.of("/desk", "/find", "/refer", "/plan", "/leave", "/enquiry/tally", "/training/place", "/training/questions", "/standards/copy", "/standards/words", "/have-your-say/account");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        // Safety: no page can be made to load from, send to, or be framed by anyone else.
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Safety: other sites are not told where a visitor came from; our own forms still carry their Origin.
        response.setHeader("Referrer-Policy", "same-origin");
        // Safety: the browser keeps no copy of a page.
        response.setHeader("Cache-Control", "no-store");
        // Safety: asks browsers that know how (Brave) to leave this visit out of the history.
        response.setHeader("Request-OTR", "1");
        String path = request.getRequestURI().replaceFirst("^/cy(?=/)", "");
        if (NOT_FOR_SEARCH_ENGINES.stream().anyMatch(start -> path.equals(start) || path.startsWith(start + "/"))) {
            response.setHeader("X-Robots-Tag", "noindex, nofollow");
        }
        chain.doFilter(request, response);
    }
}
