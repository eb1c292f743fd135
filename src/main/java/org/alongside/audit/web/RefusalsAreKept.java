package org.alongside.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.audit.Refusals;
import org.alongside.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writes down each desk page a worker asked for and was not shown, and what else was refused meanwhile, after everything else about the request was rolled back. */
@Configuration(proxyBeanMethods = false)
class RefusalsAreKept implements WebMvcConfigurer, HandlerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalsAreKept.class);
    private static final String THROWN = RefusalsAreKept.class.getName();
    private final AuditTrail trail;

    RefusalsAreKept(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/desk", "/desk/**");
    }

    /** Notes what was thrown before anyone turns it into a page, since the page's makers forget it. */
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(0, (request, response, handler, thrown) -> {
            request.setAttribute(THROWN, thrown);
            return null;
        });
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (Acting.current().filter(Actor.Worker.class::isInstance).isEmpty()) return;
        try {
            Refusals.soFar().forEach(refused -> trail.refused(refused.kind(), refused.id(), refused.asked()));
            if (response.getStatus() == HttpServletResponse.SC_NOT_FOUND) keep(request);
        } catch (RuntimeException broken) {
            // The answer is already on its way; whoever watches the log must know that the trail has a gap.
            LOG.error("A refusal could not be written to the trail: {}", broken.getClass().getName());
        }
    }

    private void keep(HttpServletRequest request) {
        NotFound refused = request.getAttribute(THROWN) instanceof NotFound known ? known : new NotFound();
        UUID id = refused.id() == null ? idInPath(request) : refused.id();
        // Safety: the pattern, not the path: what somebody typed into an address is not kept.
        String asked = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern ? pattern : "unknown page";
        trail.refused(refused.kind(), id, request.getMethod() + " " + asked);
    }

    private static @Nullable UUID idInPath(HttpServletRequest request) {
        if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables)) return null;
        for (Object value : variables.values()) {
            if (String.valueOf(value).matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) return UUID.fromString(String.valueOf(value));
        }
        return null;
    }
}
