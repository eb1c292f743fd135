package org.alongside.messages;

import java.util.List;
import java.util.Locale;
import org.alongside.ui.Words;

/**
 * Neutral words from a message bundle: {@code <template>.subject} and {@code <template>.body}, in English or Welsh; the details fill {0}, {1} ...
 * Never put a name, a service's nature or a person's words in the details.
 */
public record Message(String template, boolean welsh, List<Object> details) {
    public Message(String template, boolean welsh, Object... details) {
        this(template, welsh, List.of(details));
    }

    String subject(Words words) {
        return words.say(language(), template + ".subject");
    }

    String body(Words words) {
        return words.say(language(), template + ".body", details.toArray());
    }

    private Locale language() {
        return welsh ? Locale.forLanguageTag("cy-GB") : Locale.UK;
    }
}
