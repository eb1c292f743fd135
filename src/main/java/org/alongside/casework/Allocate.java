package org.alongside.casework;

import java.util.UUID;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * A case given to a worker.
 *
 * @param id made with the form, so that sending it twice allocates once
 * @param wish what the client wishes about the worker's gender; null when nobody has asked yet
 * @param wishWords their own words, when the wish is something else
 * @param met whether this worker is what they wished for; null when there was no wish
 * @param words why, if there is something to say
 */
public record Allocate(UUID id, WorkerId to, @Nullable GenderWish wish, @Nullable String wishWords, @Nullable Boolean met, @Nullable String words) {}
