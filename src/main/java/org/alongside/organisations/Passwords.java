package org.alongside.organisations;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Keeps passwords as Argon2id hashes: 19 MiB of memory, two rounds. Source: OWASP Password Storage Cheat Sheet. */
@Component
class Passwords {
    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String nobodys = hash("the password of nobody at all");

    String hash(String password) {
        return String.valueOf(argon.encode(password));
    }

    /** Whether the password is the one behind the hash. With no hash it takes as long, and is not. */
    boolean matches(String password, @Nullable String hash) {
        // Safety: an unknown address costs the same work as a wrong password, so time does not tell who works here.
        return argon.matches(password, hash == null ? nobodys : hash) && hash != null;
    }
}
