package org.alongside.risk;

import java.time.Instant;
import org.alongside.access.WorkerId;

/** The level that stands. @param reason why it was raised; empty when it comes from the assessment, which says why itself */
public record Standing(RiskLevel level, Instant at, WorkerId by, boolean raised, String reason) {}
