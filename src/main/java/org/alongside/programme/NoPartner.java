package org.alongside.programme;

import java.time.Instant;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/** There is nobody to be in touch with, and why. @param agreedBy a second person; null while nobody agreed */
public record NoPartner(String words, WorkerId by, Instant at, @Nullable WorkerId agreedBy) {}
