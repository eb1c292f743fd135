package org.alongside.operator;

import java.io.PrintWriter;

/** How far a long piece of work is: a bar that stays on its line where somebody watches, and a line for each tenth where it goes to a file. */
public final class Progress {
    private static final int BAR = 40;
    private final PrintWriter out;
    private final boolean watched;
    private final String work;
    private final long all;
    private int shown = -1;

    /** @param watched whether it is a terminal @param all how much there is to do */
    public Progress(PrintWriter out, boolean watched, String work, long all) {
        this.out = out;
        this.watched = watched;
        this.work = work;
        this.all = Math.max(1, all);
    }

    /** Shows that so much is done, when that is visibly more than before. */
    public void at(long done) {
        int percent = (int) Math.min(100, done * 100 / all), now = watched ? percent : percent / 10 * 10;
        if (now == shown) return;
        shown = now;
        if (watched) out.print("\r[" + "#".repeat(now * BAR / 100) + ".".repeat(BAR - now * BAR / 100) + String.format("] %3d %%  %s", now, work) + (now == 100 ? System.lineSeparator() : ""));
        else out.printf("%3d %%  %s%n", now, work);
        out.flush();
    }
}
