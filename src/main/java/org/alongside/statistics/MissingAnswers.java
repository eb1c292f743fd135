package org.alongside.statistics;

/**
 * People who answered before and not after, beside those who answered twice: what would be so if all of them had answered as badly, as well, or as before.
 *
 * @param yes who said yes before and is missing after
 * @param no who said no before and is missing after
 */
public record MissingAnswers(PairedTable answered, int yes, int no) {
    public MissingAnswers {
        if (yes < 0 || no < 0) throw new IllegalArgumentException("less than nobody");
    }

    /** All of them said no after. */
    public PairedTable worst() {
        return answered.plus(new PairedTable(0, yes, 0, no));
    }

    /** All of them said yes after. */
    public PairedTable best() {
        return answered.plus(new PairedTable(yes, 0, no, 0));
    }

    /** Nobody of them changed. */
    public PairedTable unchanged() {
        return answered.plus(new PairedTable(yes, 0, 0, no));
    }
}
