package org.alongside.helpline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.alongside.directory.Contact;
import org.alongside.directory.Listing;
import org.alongside.directory.OpenNow;

/**
 * A line that anyone can ring, as it is shown under one heading.
 *
 * @param key its name in the words and in links on the page
 * @param listing everything about it that the directory shows too
 */
public record Helpline(String key, Group group, Listing listing) {

    /** For whom: the headings of the list, in the order they stand. */
    public enum Group {
        ANYONE,
        WOMEN,
        MEN,
        LGBT,
        NATIONS,
        DEAF,
        CHILDREN,
        OLDER,
        STALKING,
        HONOUR,
        SEXUAL,
        BEHAVIOUR,
        PRACTICAL,
        PETS,
        DISTRESS
    }

    static UUID id(String key) {
        return UUID.nameUUIDFromBytes(("helpline/" + key).getBytes(StandardCharsets.UTF_8));
    }

    public String name() {
        return listing.name();
    }

    /** The first number to dial, or the first way in when there is none. */
    public Contact first() {
        return listing.contacts().get(0);
    }

    /** What one dials first, or its first way in when there is no number. */
    public String number() {
        return first().value();
    }

    public OpenNow at(Instant moment) {
        return first().hours().at(moment);
    }
}
