package org.alongside.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be said of a service, not public yet. @param ofVersion what stood in public when it was begun @param version how often it was saved @param wished what the editor is told with it */
public record Draft(Entry entry, UUID keeper, int ofVersion, int version, @Nullable String wished, UUID savedBy, Instant savedAt) {}
