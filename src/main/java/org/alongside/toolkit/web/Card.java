package org.alongside.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.alongside.helpline.Helpline;
import org.alongside.ui.Frame;
import org.alongside.ui.Section;
import org.jspecify.annotations.Nullable;

/** One sheet of cards. @param kind pocket for a professional; 1 to give to somebody who is harmed; 2 to somebody who worries about how they behave @param guide the sector of a pocket card */
record Card(String kind, @Nullable Guide guide, Numbers numbers, String standing) {
    static final String POCKET = "pocket", HARMED = "1", BEHAVIOUR = "2";
    static final int ON_A_SHEET = 5;

    static Optional<Card> at(String slug, Numbers numbers, String standing) {
        if (slug.equals(HARMED) || slug.equals(BEHAVIOUR)) return Optional.of(new Card(slug, null, numbers, standing));
        return Guide.at(slug).map(guide -> new Card(POCKET, guide, numbers, standing));
    }

    /** What this sector says aloud to open with. */
    List<String> said(Frame frame) {
        return guide == null ? List.of() : Section.of(frame.say(guide.words("open"))).blocks().stream().flatMap(block -> block.lines().stream()).filter(line -> line.startsWith("“")).toList();
    }

    // Safety: a card says whom a number is for and not what it is about: the names of most lines would tell.
    String who(Frame frame, Helpline line) {
        return frame.say("toolkit.card." + switch (line.key()) {
            case "national" -> "women";
            case "mens-advice-line" -> "men";
            case "galop" -> "lgbt";
            case "live-fear-free" -> "wales";
            default -> line.key();
        });
    }

    // Safety: what is given away is folded with the writing inside, so that it lies about as white paper.
    boolean isGivenAway() {
        return guide == null;
    }
}
