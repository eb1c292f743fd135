package org.alongside.retention;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.people.PersonId;
import org.jspecify.annotations.Nullable;

/** A file that somebody wants erased before its time. @param agreedBy the second person; from then on it takes a moment until it is gone */
public record Erasure(UUID id, PersonId person, ErasureReason why, String words, WorkerId askedBy, Instant askedAt, @Nullable WorkerId agreedBy) {}
