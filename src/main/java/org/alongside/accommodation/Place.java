package org.alongside.accommodation;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/** One place that was asked. @param reason why it turned them away; null unless it did */
public record Place(UUID id, UUID request, String name, PlaceAnswer answer, @Nullable TurnedAway reason, WorkerId askedBy, Instant askedAt, @Nullable Instant answeredAt) {}
