package org.alongside.messages.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OutboxPage(List<Row> unsent, List<Row> practised, boolean practice) {
    /** @param href the person's page, when the message was to a person */
    record Row(UUID id, String to, @Nullable String href, String subject, String why, Instant askedAt, @Nullable String body) {}
}
