package org.alongside.partnersupport;

import org.alongside.shared.Worded;

/** What came of trying to be in touch with a partner. */
public enum Outcome implements Worded {
    ACCEPTED("We spoke: they would like support"),
    DECLINED("We spoke: no support now, and the door stays open"),
    INFORMED("We spoke: told what changed, and looked at how safe they are"),
    NO_ANSWER("No answer"),
    NOT_SAFE("It was not safe to go on"),
    ALL_TRIED("Everything that is safe was tried");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Whether this answers what was told until now. Safety: an attempt that reached nobody answers nothing; the clock goes on. */
    public boolean answers() {
        return this != NO_ANSWER && this != NOT_SAFE;
    }
}
