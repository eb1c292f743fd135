package org.alongside.residents;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Says which resident a request belongs to; empty for everybody who is not signed in. */
public interface ResidentAtTheDoor {
    Optional<Resident> of(HttpServletRequest request);
}
