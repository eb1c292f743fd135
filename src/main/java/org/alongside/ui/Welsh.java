package org.alongside.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Every public page is in Welsh under /cy: this takes the /cy off, remembers it, and puts it back on redirects. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Welsh extends OncePerRequestFilter {
    private static final String ASKED = Welsh.class.getName();
    private static final String PATH = ASKED + ".path";

    static boolean isAsked(HttpServletRequest request) {
        return request.getAttribute(ASKED) != null;
    }

    /** The path that was asked for, without the language, also while an error is being shown. */
    static String path(HttpServletRequest request) {
        return request.getAttribute(PATH) instanceof String path ? path : request.getRequestURI();
    }

    static boolean isDesk(String path) {
        return path.equals("/desk") || path.startsWith("/desk/");
    }

    static boolean hasIts(String path) {
        return !isDesk(path) && !path.startsWith("/assets/") && !path.equals("/cy") && !path.startsWith("/cy/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String asked = request.getRequestURI();
        boolean welsh = asked.equals("/cy") || asked.startsWith("/cy/") && hasIts(asked.substring(3));
        // Safety: one slash only, or a link to a path of ours could lead to somebody else's site.
        String path = (welsh ? asked.substring(3) : asked).replaceFirst("^/*", "/");
        request.setAttribute(PATH, path);
        if (welsh) {
            request.setAttribute(ASKED, true);
        }
        chain.doFilter(welsh ? new WithoutLanguage(request, path) : request, new Redirects(request, response));
    }

    private static final class WithoutLanguage extends HttpServletRequestWrapper {
        private final String path;

        WithoutLanguage(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return super.getServletPath().replaceFirst("^/cy(?=/|$)", "").replaceFirst("^/*", "/");
        }

        @Override
        public StringBuffer getRequestURL() {
            String asked = super.getRequestURL().toString();
            return new StringBuffer(asked.substring(0, asked.length() - super.getRequestURI().length()) + path);
        }
    }
}
