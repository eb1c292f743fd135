package org.alongside.selfassessment;

/**
 * Evidence that stands beside a statement of another standard which asks for all that ours asks, so that it shows ours too.
 *
 * @param statement ours @param standard the title of the other one, {@code there} its statement @param why in a sentence
 */
public record Carried(Evidence evidence, String statement, String standard, String there, String why) {}
