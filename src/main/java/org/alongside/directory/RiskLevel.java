package org.alongside.directory;

/** The levels of risk as the sector names them; a service may be there for some of them alone. */
public enum RiskLevel {
    STANDARD,
    MEDIUM,
    HIGH
}
