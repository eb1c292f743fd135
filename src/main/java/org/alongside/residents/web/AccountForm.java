package org.alongside.residents.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.alongside.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/** An address, and a password where one is asked for, as typed. */
record AccountForm(@Nullable String email, @Nullable String password, @Nullable String to) {
    private static final int LONGEST_PASSWORD = 1000;

    String address() {
        return email == null ? "" : email.strip();
    }

    /** What stands in the field again; no more than fits into a cookie. */
    String shown() {
        return address().substring(0, Math.min(address().length(), 300));
    }

    String secret() {
        return password == null ? "" : password.substring(0, Math.min(password.length(), LONGEST_PASSWORD));
    }

    /** The words for what is wrong with the address; none when a mail can go there. */
    Map<String, String> wrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (address().isEmpty()) wrong.put("email", "residents.email-missing");
        else if (!EmailAddress.canArrive(address())) wrong.put("email", "residents.email-wrong");
        return wrong;
    }
}
