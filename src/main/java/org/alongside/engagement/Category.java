package org.alongside.engagement;

import java.util.Locale;
import org.alongside.shared.Worded;

/** What kind of post it is. */
public enum Category implements Worded {
    NEWS("News"),
    QUESTION("A question to residents"),
    STORY("From the work"),
    EVENT("Something on a day"),
    RESOURCE("Something to use");

    private final String words;

    Category(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Its name in addresses. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its public words stand. */
    public String key() {
        return "engagement.category." + path();
    }
}
