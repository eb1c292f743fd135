package org.alongside.involvement;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What we heard and what we did, as anybody may read it. @param on when it was done, or decided */
public record Heard(UUID change, OrganisationId organisation, String heard, String did, LocalDate on, @Nullable String standard, @Nullable String statement) {}
