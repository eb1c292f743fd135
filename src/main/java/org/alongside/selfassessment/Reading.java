package org.alongside.selfassessment;

/** Why another organisation reads an assessment. */
public enum Reading {
    REVIEW,
    COMMISSIONER
}
