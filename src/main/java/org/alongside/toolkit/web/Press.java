package org.alongside.toolkit.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.alongside.toolkit.Tally.Kind;
import org.springframework.stereotype.Component;

/** What was pressed last, carried in the address of the next page, so that it can be taken back without being stored. Sealed to its tally, and good for ten minutes. */
@Component
class Press {
    private static final Duration HOLDS = Duration.ofMinutes(10);
    private final Seal seal;

    record Pressed(Kind kind, LocalDate day) {}

    Press(Seal seal) {
        this.seal = seal;
    }

    String close(Kind kind, UUID tally, Instant now) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.closeBytes((kind.name() + " " + now).getBytes(StandardCharsets.UTF_8), place(tally)));
    }

    Optional<Pressed> open(String token, UUID tally, Instant now) {
        try {
            String[] parts = new String(seal.openBytes(Base64.getUrlDecoder().decode(token), place(tally)), StandardCharsets.UTF_8).split(" ");
            Instant at = Instant.parse(parts[1]);
            return at.plus(HOLDS).isBefore(now) ? Optional.empty() : Optional.of(new Pressed(Kind.valueOf(parts[0]), Times.day(at)));
        } catch (IllegalArgumentException | IllegalStateException nonsense) {
            return Optional.empty();
        }
    }

    private static String place(UUID tally) {
        return "toolkit.press/" + tally;
    }
}
