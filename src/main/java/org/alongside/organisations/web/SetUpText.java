package org.alongside.organisations.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.util.encoders.Base32;

/** The secret of one-time codes as an app reads it, and as a person types it. */
final class SetUpText {
    private SetUpText() {
    }

    // Safety: the app on the worker's phone shows the service's neutral name only, neither an address nor an organisation.
    static String uri(String serviceName, byte[] secret) {
        String name = URLEncoder.encode(serviceName, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + name + "?secret=" + base32(secret) + "&issuer=" + name;
    }

    static String typed(byte[] secret) {
        return base32(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String base32(byte[] secret) {
        return Base32.toBase32String(secret).replace("=", "");
    }
}
