package org.alongside.posters.web;

import static org.alongside.directory.Audience.DEAF;
import static org.alongside.directory.Audience.HARMED;
import static org.alongside.directory.Audience.LGBT;
import static org.alongside.directory.Audience.MEN;
import static org.alongside.directory.Audience.OLDER;
import static org.alongside.directory.Audience.OWN_BEHAVIOUR;
import static org.alongside.directory.Audience.WOMEN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.alongside.directory.Audience;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Listing;
import org.alongside.directory.Part;
import org.alongside.directory.Welcome;

/** Who is in the picture, and which of the national lines stand under it. */
enum Design {
    MAN(Set.of(HARMED, MEN), "mens-advice-line", "mankind", "live-fear-free", "scotland", "northern-ireland"),
    WOMAN(Set.of(HARMED, WOMEN), "national", "live-fear-free", "scotland", "northern-ireland"),
    TWO_MEN(Set.of(HARMED, MEN, LGBT), "galop", "mens-advice-line", "live-fear-free", "scotland", "northern-ireland"),
    OLDER_PERSON(Set.of(HARMED, OLDER), "hourglass", "live-fear-free", "scotland", "northern-ireland"),
    DEAF_PERSON(Set.of(HARMED, DEAF), "signhealth", "national", "live-fear-free", "scotland", "northern-ireland"),
    OWN_WAYS(Set.of(OWN_BEHAVIOUR), "respect");

    private static final Set<Way> SILENT = EnumSet.of(Way.TEXT, Way.CHAT, Way.EMAIL, Way.BSL);
    private final Set<Audience> somebody;
    private final List<String> lines;

    Design(Set<Audience> somebody, String... lines) {
        this.somebody = somebody;
        this.lines = List.of(lines);
    }

    /** By the number that stands for it in an address, which tells nothing. */
    static Optional<Design> at(String number) {
        return Arrays.stream(values()).filter(design -> design.number().equals(number)).findFirst();
    }

    String number() {
        return String.valueOf(ordinal() + 1);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Helplines by key, the one made for whoever is in the picture first. */
    List<String> lines() {
        return lines;
    }

    boolean isAboutOwnWays() {
        return this == OWN_WAYS;
    }

    /** The parts of a service that say they are open to whoever is in the picture. */
    List<Part> openAt(Listing listing) {
        return listing.parts().stream().filter(part -> part.welcome(somebody) == Welcome.YES).toList();
    }

    /** Whether one can reach it without hearing. */
    static boolean answersInSilence(Listing listing) {
        return listing.contacts().stream().anyMatch(contact -> SILENT.contains(contact.way()));
    }

    /** What keeps this service off this poster, as the key of words. */
    Optional<String> refuses(Listing listing) {
        // Safety: silence is not a yes; a poster must not send somebody to a door that stays shut.
        if (openAt(listing).isEmpty()) return Optional.of("posters.not-for");
        if (listing.conditions().paused()) return Optional.of("posters.paused");
        if (listing.contacts().isEmpty()) return Optional.of("posters.no-way");
        // Safety: a number to ring alone is a shut door too for somebody who does not hear.
        if (somebody.contains(DEAF) && !answersInSilence(listing) && listing.parts().stream().noneMatch(part -> part.welcomes().contains(DEAF))) return Optional.of("posters.not-without-hearing");
        return Optional.empty();
    }
}
