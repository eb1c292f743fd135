package org.alongside.casework.web;

import java.time.Instant;
import java.util.UUID;
import org.alongside.casework.MomentKind;
import org.jspecify.annotations.Nullable;

/** One line of the timeline. {@code late} when it was written down on another day than it happened. */
record MomentRow(UUID id, MomentKind kind, Instant at, Instant recordedAt, boolean late, String by, String headline, @Nullable String words, @Nullable String path) {}
