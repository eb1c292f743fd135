package org.alongside.retention;

import org.alongside.shared.Worded;

/** A kind of record with a clock of its own. */
public enum KeptKind implements Worded {
    CASE("Cases", "the day a person’s last case was closed", 84),
    REFERRAL("Referrals that became no case", "the day they were declined, withdrawn or passed on", 12),
    CALL("Helpline log", "the day of the call", 24),
    MESSAGE("Mail that left", "the day it left; its words go at once", 12),
    SUPERVISION("Notes of supervision", "the day you met", 36),
    CROSSING("What a programme told of partners nobody has a case for", "the day it was told last", 24),
    KNOWN("People whom workers know", "the day the worker ended it or left", 12),
    CORRECTION("Moves across the wall that nobody took", "the day they were to move", 12),
    COMMENT("What people wrote about courses", "the day the evaluation was closed", 12);

    private final String words, since;
    private final int suggested;

    KeptKind(String words, String since, int suggested) {
        this.words = words;
        this.since = since;
        this.suggested = suggested;
    }

    @Override
    public String words() {
        return words;
    }

    /** From when the clock runs, to read after "from". */
    public String since() {
        return since;
    }

    /** Months to begin the talk with; no advice, and in force nowhere by itself. */
    public int suggested() {
        return suggested;
    }
}
