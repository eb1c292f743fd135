package org.alongside.standards;

/**
 * A statement of another standard, beside one of ours.
 *
 * @param key of the other standard
 * @param statement its id there
 * @param relation of ours to it
 * @param why in a sentence
 */
public record Beside(String key, String statement, Relation relation, String why) {
    /** Whether what shows the other one shows ours too, so that it may be counted here. */
    public boolean carries() {
        return relation.carries();
    }

    /** Whether they belong together at all. */
    public boolean isRelated() {
        return relation != Relation.NONE;
    }
}
