package org.alongside.correction;

import java.time.Instant;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.people.PersonId;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;

/** A move as the side knows it that is to take them on. @param facts null once it was decided or undone @param caseId the case that began here; null while there is none */
public record Arrival(UUID id, Side to, UUID pair, State state, @Nullable RefusedBecause refused, @Nullable String refusedWords, @Nullable MovedFacts facts, Instant at, @Nullable PersonId person, @Nullable CaseId caseId, @Nullable WorkerId decidedBy) {}
