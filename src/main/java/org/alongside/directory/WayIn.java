package org.alongside.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach a service as it is kept: see {@link Contact} for how it is shown.
 *
 * @param hours in the notation of {@link OpeningHours#read}; null when they are not stated
 * @param hoursOf the nations whose bank holidays it keeps
 */
public record WayIn(Contact.Way way, String value, @Nullable String label, @Nullable Boolean free, @Nullable String hours, Set<Nation> hoursOf) {
    public WayIn {
        hoursOf = Set.copyOf(hoursOf);
    }

    Contact contact(OpeningHours read) {
        return new Contact(way, value, label, read, free);
    }
}
