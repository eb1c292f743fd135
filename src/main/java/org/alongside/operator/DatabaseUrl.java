package org.alongside.operator;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Where a database is and as whom to go there. Read from {@code postgres://user:password@host:5432/name?sslmode=…} or its jdbc: twin with user and password parameters. */
public record DatabaseUrl(String jdbc, String user, String password) {

    public static DatabaseUrl read(String name, String text) {
        try {
            URI uri = URI.create(text.strip().replaceFirst("^jdbc:", ""));
            if (!uri.getScheme().matches("postgres(ql)?") || uri.getHost() == null) throw new IllegalArgumentException();
            String user = "", password = "";
            if (uri.getRawUserInfo() != null) {
                String[] parts = uri.getRawUserInfo().split(":", 2);
                user = decode(parts[0]);
                password = parts.length > 1 ? decode(parts[1]) : "";
            }
            StringBuilder rest = new StringBuilder();
            for (String parameter : uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
                if (parameter.startsWith("user=")) user = decode(parameter.substring(5));
                else if (parameter.startsWith("password=")) password = decode(parameter.substring(9));
                else rest.append(rest.isEmpty() ? "?" : "&").append(parameter);
            }
            if (user.isEmpty()) throw new IllegalArgumentException();
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return new DatabaseUrl("jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + rest, user, password);
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            throw new CannotStart(name + " must look like postgres://user:password@host:5432/alongside");
        }
    }

    /** As PostgreSQL reads it in a statement, whatever characters it holds. */
    String quotedUser() {
        return '"' + user.replace("\"", "\"\"") + '"';
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return jdbc;
    }
}
