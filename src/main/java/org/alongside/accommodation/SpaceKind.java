package org.alongside.accommodation;

import org.alongside.shared.Worded;

/** What kind of safe place. Source: the kinds of relevant accommodation of the Domestic Abuse Act 2021, part 4. */
public enum SpaceKind implements Worded {
    REFUGE("Refuge"),
    SPECIALIST("Specialist safe accommodation (by and for, complex needs)"),
    DISPERSED("Dispersed, self-contained"),
    SANCTUARY("Sanctuary scheme: staying, with the home made safer"),
    SECOND_STAGE("Second stage or move-on"),
    EMERGENCY("Another safe place for now (council, hotel)");

    private final String words;

    SpaceKind(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
