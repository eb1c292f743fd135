package org.alongside.comments.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.Seal;
import org.alongside.shared.TwelveDigits;

/** Made with each form and carried in it, sealed to its conversation: the id and the code of the comment to be, and since when it was there. So a second press finds the first, nothing is stored before somebody sends, and a machine that never opened the form has none. */
record Slip(UUID id, String code, Instant at) {
    /** Nobody reads a form and writes into it sooner. */
    static final Duration PERSON = Duration.ofSeconds(3);
    static final Duration HOLDS = Duration.ofHours(24);

    static Slip fresh(Instant now) {
        return new Slip(UUID.randomUUID(), TwelveDigits.random(), now);
    }

    String close(Seal seal, UUID conversation) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.closeBytes((id + " " + code + " " + at).getBytes(StandardCharsets.UTF_8), place(conversation)));
    }

    static Optional<Slip> open(String typed, Seal seal, UUID conversation) {
        try {
            String[] parts = new String(seal.openBytes(Base64.getUrlDecoder().decode(typed), place(conversation)), StandardCharsets.UTF_8).split(" ");
            return Optional.of(new Slip(UUID.fromString(parts[0]), parts[1], Instant.parse(parts[2])));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    boolean isTooSoon(Instant now) {
        return now.isBefore(at.plus(PERSON)) || now.isAfter(at.plus(HOLDS));
    }

    private static String place(UUID conversation) {
        return "comments.slip/" + conversation;
    }
}
