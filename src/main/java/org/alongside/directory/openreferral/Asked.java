package org.alongside.directory.openreferral;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What another program asks for, by the names of the specification. What cannot be read is refused with a reason; what is not known is left aside. */
record Asked(Map<String, String> parameters) {
    private static final int LONGEST = 2_000;

    /** A parameter that cannot be read. */
    static final class Wrong extends RuntimeException {
        Wrong(String name, String why) {
            super(name + " " + why);
        }
    }

    Asked {
        parameters = Map.copyOf(parameters);
    }

    /** What stands in the address, in a form or, sent, in a JSON object. */
    static Asked of(HttpServletRequest request) {
        Map<String, String> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        if (!request.getMethod().equals("POST") || !String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).startsWith("application/json")) return new Asked(parameters);
        try {
            byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
            if (body.length > LONGEST) throw new Wrong("body", "is too long");
            JsonNode object = Hsds.JSON.readTree(body);
            object.properties().forEach(one -> parameters.put(one.getKey(), one.getValue().asString()));
            return new Asked(parameters);
        } catch (IOException | JacksonException unreadable) {
            throw new Wrong("body", "is no JSON object");
        }
    }

    @Nullable String words(String name) {
        String value = parameters.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    boolean is(String name) {
        return "true".equalsIgnoreCase(words(name)) || "1".equals(words(name)) || "".equals(parameters.get(name));
    }

    @Nullable UUID id(String name) {
        String value = words(name);
        if (value == null) return null;
        if (!value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) throw new Wrong(name, "is not an id");
        return UUID.fromString(value);
    }

    /** The validator of Open Referral UK asks for perPage. */
    @Nullable Integer number(String name, int least, int most) {
        String value = words(name) == null ? words(camel(name)) : words(name);
        if (value == null) return null;
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) throw new Wrong(name, "is not a number from " + least + (most == Integer.MAX_VALUE ? " on" : " to " + most));
        return Integer.valueOf(value);
    }

    private static String camel(String name) {
        int at = name.indexOf('_');
        return at < 0 ? name : name.substring(0, at) + Character.toUpperCase(name.charAt(at + 1)) + name.substring(at + 2);
    }

    /** A day, or a moment with or without its zone. */
    @Nullable Instant moment(String name) {
        String value = words(name);
        if (value == null) return null;
        try {
            if (value.length() == 10) return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            return value.matches(".*(Z|[+-]\\d\\d:?\\d\\d)") ? OffsetDateTime.parse(value).toInstant() : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            throw new Wrong(name, "is neither a day nor a moment");
        }
    }

    boolean finds(String... texts) {
        String sought = words("search");
        return sought == null || Stream.of(texts).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought.toLowerCase(Locale.ROOT)));
    }
}
