package org.alongside.posters.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is printed: one for a wall, one to tear a number off, one to fold. */
enum Sheet {
    POSTER,
    STRIPS,
    LEAFLET;

    static Optional<Sheet> at(String number) {
        return Arrays.stream(values()).filter(sheet -> sheet.number().equals(number)).findFirst();
    }

    String number() {
        return String.valueOf(ordinal() + 1);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String template() {
        return "posters/web/" + key();
    }
}
