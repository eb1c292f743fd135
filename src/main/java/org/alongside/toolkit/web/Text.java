package org.alongside.toolkit.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A text for every sector: with its name in the address, its name in the words, and its sections there. */
enum Text {
    FATHERS("fathers", List.of("who", "invite", "talk", "harmed", "using", "absent", "record", "team")),
    TOLD("told", List.of("will", "wont", "behaviour", "yours", "ask"));

    private final String slug;
    private final List<String> sections;

    Text(String slug, List<String> sections) {
        this.slug = slug;
        this.sections = sections;
    }

    static Optional<Text> at(String slug) {
        return Arrays.stream(values()).filter(text -> text.slug.equals(slug)).findFirst();
    }

    String slug() {
        return slug;
    }

    List<String> sections() {
        return sections;
    }

    String words(String section) {
        return "toolkit." + slug + "." + section;
    }
}
