package org.alongside.engagement;

import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/** The language somebody wrote in. */
public enum Language implements Worded {
    ENGLISH("English", "en"),
    WELSH("Welsh", "cy");

    private final String words;
    private final String tag;

    Language(String words, String tag) {
        this.words = words;
        this.tag = tag;
    }

    @Override
    public String words() {
        return words;
    }

    /** As pages and programs name it. */
    public String tag() {
        return tag;
    }

    /** The same where the page around it is in another language, so that it is read aloud rightly; else null. */
    public @Nullable String on(boolean welshPage) {
        return (this == WELSH) == welshPage ? null : tag;
    }
}
