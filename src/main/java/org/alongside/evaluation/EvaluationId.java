package org.alongside.evaluation;

import java.util.UUID;

public record EvaluationId(UUID id) {}
