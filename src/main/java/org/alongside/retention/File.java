package org.alongside.retention;

import java.time.Instant;
import java.util.UUID;
import org.alongside.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What one clock runs for: everything about one person on one side, or a single record that never came to a person.
 *
 * @param record the person's id, or that of the single record
 * @param ended when the last of it ended
 */
public record File(UUID record, @Nullable PersonId person, Instant ended) {}
