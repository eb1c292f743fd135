package org.alongside.audit;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What was refused while a page was made: written when it is done, since the transaction in which it was asked is rolled back. */
public final class Refusals {
    private static final String HERE = Refusals.class.getName();

    private Refusals() {
    }

    public record Refusal(String kind, UUID id, String asked) {}

    /** Those of the request under way; none outside of one. */
    public static List<Refusal> soFar() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(HERE, RequestAttributes.SCOPE_REQUEST) instanceof List<?> known ? known.stream().map(Refusal.class::cast).toList() : List.of();
    }

    static void add(Refusal refusal) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) request.setAttribute(HERE, Stream.concat(soFar().stream(), Stream.of(refusal)).toList(), RequestAttributes.SCOPE_REQUEST);
    }
}
