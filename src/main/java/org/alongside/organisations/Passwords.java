package org.alongside.organisations;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Keeps passwords as Argon2id hashes: 19 MiB of memory, two rounds. Source: OWASP Password Storage Cheat Sheet. */
@Component
public class Passwords {
    private static final int SALT = 16, HASH = 32, LANES = 1, MEMORY = 19 * 1024, ROUNDS = 2;
    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(SALT, HASH, LANES, MEMORY, ROUNDS);
    private final String nobodys = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(MEMORY, ROUNDS, LANES, random(SALT), random(HASH));

    Passwords() {
    }

    public String hash(String password) {
        return String.valueOf(argon.encode(password));
    }

    /** What is wrong with a password that somebody chose; empty when it is good enough. @param known what somebody who knows them would try: address, names */
    public Optional<Weakness> weakness(String password, List<String> known) {
        return PasswordRules.weakness(password, known);
    }

    /** Whether the password is the one behind the hash. With no hash it takes as long, and is not. */
    public boolean matches(String password, @Nullable String hash) {
        // Safety: an unknown address costs the same work as a wrong password, so time does not tell who is known here.
        return argon.matches(password, hash == null ? nobodys : hash) && hash != null;
    }

    private static String random(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(KeyGenerators.secureRandom(bytes).generateKey());
    }
}
