package org.alongside.risk;

import org.alongside.shared.Worded;

/** What asks for another assessment: each is known to go before serious harm. */
public enum Trigger implements Worded {
    CRISIS("A crisis"),
    ORDER_BROKEN("An order was broken"),
    RELEASE("Release from custody, or the end of bail"),
    NEW_INCIDENT("A new incident"),
    SEPARATION("Leaving, or a separation"),
    COURT("A court date"),
    PREGNANCY("Pregnancy, or a new baby"),
    FOUND("They may have been found"),
    NEW_PARTNER("A new partner, of either"),
    OTHER("Something else");

    private final String words;

    Trigger(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
