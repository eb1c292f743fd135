package org.alongside.organisations.web;

import java.util.List;
import org.alongside.shared.Side;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** How the two sides of the wall are named on the desk. */
final class Sides {
    static final List<Option> CHOICES = List.of(
            new Option("SUPPORT", words(Side.SUPPORT)),
            new Option("CHANGE", words(Side.CHANGE)),
            new Option("NONE", "No side", "Sees no person, referral or case"));

    private Sides() {
    }

    static String words(@Nullable Side side) {
        if (side == null) return "No side";
        return side == Side.SUPPORT ? "Support for people harmed" : "Work with people about their own behaviour";
    }

    static @Nullable Side read(String value) {
        return value.equals("NONE") ? null : Side.valueOf(value);
    }
}
