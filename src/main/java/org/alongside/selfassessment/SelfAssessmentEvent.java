package org.alongside.selfassessment;

/** What others hear of an assessment. */
public sealed interface SelfAssessmentEvent {
    /** Evidence came to it or was taken away. */
    record GroundChanged(SelfAssessmentId assessment) implements SelfAssessmentEvent {}
}
