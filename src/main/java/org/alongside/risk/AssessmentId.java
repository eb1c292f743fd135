package org.alongside.risk;

import java.util.UUID;

public record AssessmentId(UUID id) {}
