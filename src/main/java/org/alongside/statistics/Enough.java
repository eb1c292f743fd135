package org.alongside.statistics;

/** Whether there is enough to test. */
public enum Enough {
    /** Nobody answered both times. */
    NOBODY,
    /** All answers stayed as they were. */
    NO_ONE_CHANGED,
    /** However they fell, so few changes could come about by chance more often than one time in twenty. */
    TOO_FEW_CHANGED,
    ENOUGH;

    /** From how many changed answers on a test can show anything: five in the same direction are 2 of 32. */
    public static final int CHANGED_FROM = 6;

    static Enough of(long people, long changed) {
        return people == 0 ? NOBODY : changed == 0 ? NO_ONE_CHANGED : changed < CHANGED_FROM ? TOO_FEW_CHANGED : ENOUGH;
    }
}
