package org.alongside.risk;

import java.time.LocalDate;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/** What the worker decides at the end: how much danger, why, and when to look again. @param second who will look again when the level goes down */
public record Judgement(RiskLevel level, String reason, LocalDate reviewOn, @Nullable WorkerId second) {}
