package org.alongside.accommodation;

import org.alongside.shared.Worded;

/** How the place can be paid for, which decides more refusals than anything but space. */
public enum Funds implements Worded {
    NOT_ASKED("Not asked yet"),
    BENEFITS("Housing benefit or universal credit"),
    WORK("Own income"),
    NO_RECOURSE("No recourse to public funds"),
    OTHER("Something else");

    private final String words;

    Funds(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
