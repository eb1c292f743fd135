package org.alongside.selfassessment;

/** Whoever looks at what was handed in says whether it has to stand as it is. */
public interface Bound {
    /** RuleBroken, with the reason, while it may not be taken back. */
    void mustBeFree(SelfAssessmentId assessment);
}
