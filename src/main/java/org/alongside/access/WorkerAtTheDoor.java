package org.alongside.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Says which worker a request behind sign-in belongs to, with today's roles; the organisations module knows. */
public interface WorkerAtTheDoor {
    Optional<Actor.Worker> of(HttpServletRequest request);
}
