package org.alongside.appointments;

import org.alongside.shared.Worded;

/** Whether somebody interprets; never family, and never somebody who knows anyone involved. */
public enum Interpreter implements Worded {
    NOT_NEEDED("None needed"),
    TO_BOOK("Still to be booked"),
    BOOKED("Booked: not family, and asked whether they know anyone involved");

    private final String words;

    Interpreter(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
