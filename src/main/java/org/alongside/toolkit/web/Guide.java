package org.alongside.toolkit.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alongside.shared.Sector;

/** A guide to a conversation, for those who work in one sector: what holds for all, and beside it what only they meet. */
record Guide(Sector sector) {
    /** The parts in the order they are needed. */
    static final List<String> PARTS = List.of("prepare", "safe", "open", "explore", "harmed", "using", "both", "dont", "record", "next");

    static List<Guide> all() {
        return Arrays.stream(Sector.values()).filter(sector -> sector != Sector.OTHER).map(Guide::new).toList();
    }

    static Optional<Guide> at(String slug) {
        return all().stream().filter(guide -> guide.slug().equals(slug)).findFirst();
    }

    /** Its name in the address and in the words. */
    String slug() {
        return sector.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String address() {
        return "/enquiry/" + slug();
    }

    /** What this part says to this sector alone, as names in the words. */
    List<String> own(String part) {
        return switch (part) {
            case "prepare" -> List.of(words("moments"), words("signs"));
            case "open", "explore", "record", "next" -> List.of(words(part));
            default -> List.of();
        };
    }

    String words(String name) {
        return "toolkit." + slug() + "." + name;
    }
}
