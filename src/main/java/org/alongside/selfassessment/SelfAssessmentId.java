package org.alongside.selfassessment;

import java.util.UUID;

public record SelfAssessmentId(UUID id) {}
