package org.alongside.helpline;

import java.util.List;
import java.util.Locale;
import org.alongside.shared.Worded;

/** What a public page is about: it decides whether a note stands above it, and whose help. */
public enum Topic implements Worded {
    SURVIVORS("Being hurt or controlled", List.of("national", "mens-advice-line", "galop", "live-fear-free")),
    BEHAVIOUR("How somebody treats the one they love", List.of("respect", "samaritans")),
    GENERAL("Something else", List.of("national", "mens-advice-line"));

    private final String words;
    private final List<String> lines;

    Topic(String words, List<String> lines) {
        this.words = words;
        this.lines = lines;
    }

    @Override
    public String words() {
        return words;
    }

    /** Whether somebody may want to know what is coming before they read on. */
    public boolean hasNote() {
        return this != GENERAL;
    }

    /** Where its words begin. */
    public String key() {
        return "helpline.topic." + name().toLowerCase(Locale.ROOT);
    }

    List<String> lines() {
        return lines;
    }
}
