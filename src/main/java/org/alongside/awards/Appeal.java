package org.alongside.awards;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param award where it is about an award that was suspended or withdrawn; else it is about the decision @param upheld whether it was right; null until it was heard */
public record Appeal(UUID id, UUID decision, @Nullable UUID award, String words, Instant madeAt, @Nullable Boolean upheld, @Nullable String reason, @Nullable Instant heardAt) {}
