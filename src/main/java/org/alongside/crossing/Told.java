package org.alongside.crossing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news as the side of those harmed reads it. @param answerBy by when somebody must have been in touch with the partner; null when nobody need be
 * @param answeredAt when somebody was; null while it waits
 */
public record Told(UUID id, Crossing what, Instant at, @Nullable Instant answerBy, @Nullable Instant answeredAt) {
    public boolean waits() {
        return answerBy != null && answeredAt == null;
    }
}
