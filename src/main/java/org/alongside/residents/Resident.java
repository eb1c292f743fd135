package org.alongside.residents;

import java.util.UUID;

/** Somebody who signed in. @param holder by which their rows are known in every room: as {@link org.alongside.access.Actor.Holder} */
public record Resident(UUID id, String holder) {}
