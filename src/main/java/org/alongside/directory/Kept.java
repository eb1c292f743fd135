package org.alongside.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.alongside.access.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A service as it stands in the database.
 *
 * @param keeper the organisation here that keeps it; the reserved one for what nobody here keeps
 * @param receiver whose inbox takes referrals for it
 * @param feed where it was taken from; null when it was written here
 * @param externalId its id over there
 * @param ownFields what a person here wrote or confirmed
 * @param version counts the writes
 */
public record Kept(Entry entry, OrganisationId keeper, Offerer offeredBy, @Nullable OrganisationId receiver, boolean invented, boolean published, @Nullable LocalDate checkedOn, Instant changedAt, @Nullable String feed, @Nullable String externalId, Set<String> ownFields, int version) {

    Listing listing(Places places, Same same) {
        List<Place> offices = entry.offices().stream().map(outcode -> same.place(outcode, code -> places.find(code).stream().findFirst().orElse(null))).filter(Objects::nonNull).toList();
        List<Contact> contacts = entry.ways().stream().map(way -> way.contact(same.hours(way).checked(checkedOn))).toList();
        List<Part> parts = entry.parts().stream().map(same::of).toList();
        return new Listing(entry.id(), entry.name(), offeredBy, entry.summary(), parts, contacts, same.of(new Serves(entry.serves())), offices, same.of(entry.languages()), entry.referSelf(), entry.conditions(), receiver, invented, entry.source(), checkedOn, changedAt);
    }
}
