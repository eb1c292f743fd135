package org.alongside.files;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerMapping;

/** A form with a file that is larger than is taken: thrown while the form is read, so nothing of it is known but where it was sent. */
public final class TooLarge {
    private TooLarge() {
    }

    /** The variables in the address it was sent to. Throws what was refused for any other reason. */
    public static Map<String, String> path(RuntimeException refused, HttpServletRequest request) {
        if (refused instanceof InvalidParameterException broken && broken.getErrorCode() != HttpStatus.CONTENT_TOO_LARGE.value()) throw refused;
        Map<String, String> path = new HashMap<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) variables.forEach((name, value) -> path.put(String.valueOf(name), String.valueOf(value)));
        return path;
    }
}
