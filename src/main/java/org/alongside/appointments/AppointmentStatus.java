package org.alongside.appointments;

import org.alongside.shared.Worded;

/** What became of an appointment. */
public enum AppointmentStatus implements Worded {
    PLANNED("Planned"),
    MET("They met"),
    NOT_THERE("They did not come"),
    CANCELLED_BY_THEM("Called off by them"),
    CANCELLED_BY_US("Called off by us");

    private final String words;

    AppointmentStatus(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
