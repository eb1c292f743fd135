package org.alongside.organisations;

import java.time.Duration;
import java.time.Instant;
import org.alongside.access.OrganisationId;

/** An organisation whose inbox is staffed here, when somebody next reads it, and within how long it answers. */
public record Receiving(OrganisationId id, String publicName, Instant nextRead, Duration answersWithin) {}
