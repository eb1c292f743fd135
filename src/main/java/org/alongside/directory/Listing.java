package org.alongside.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A service as anyone may see it. It has no address, so none can leak.
 *
 * @param summary words, or the key of words
 * @param offices where its public offices are, roughly; always empty when the service has a refuge
 * @param languages by BCP 47
 * @param referSelf whether a person may ask for this service without an agency
 * @param receiver the organisation here whose inbox takes referrals for it; null when it has none
 * @param invented true for the made-up services of a demonstration
 * @param source the address of the page where these facts were found
 * @param checkedOn the day a person last checked them
 * @param changedAt when anything of it was written last; null for what comes with the software
 */
public record Listing(
        UUID id,
        String name,
        Offerer offeredBy,
        String summary,
        List<Part> parts,
        List<Contact> contacts,
        Serves serves,
        List<Place> offices,
        List<String> languages,
        Welcome referSelf,
        Conditions conditions,
        @Nullable OrganisationId receiver,
        boolean invented,
        String source,
        @Nullable LocalDate checkedOn,
        @Nullable Instant changedAt) {

    public static final int AGEING_AFTER_DAYS = 90;

    public Listing {
        parts = List.copyOf(parts);
        contacts = List.copyOf(contacts);
        languages = List.copyOf(languages);
        // Safety: a refuge is never a point on a map; with no position there is no distance and no order to deduce one from.
        offices = Entry.hasRefuge(parts) ? List.of() : List.copyOf(offices);
    }

    public UUID organisationId() {
        return offeredBy.id();
    }

    public String organisation() {
        return offeredBy.name();
    }

    /** Whether nobody has checked it for so long that it may be wrong. Source: Open Referral UK's guidance, three months. */
    public boolean isAgeing(LocalDate today) {
        return checkedOn == null || checkedOn.isBefore(today.minusDays(AGEING_AFTER_DAYS));
    }

    /** The hours of its telephone, or of its first way in when it has none; closed all the time while it is paused. */
    public OpeningHours hours() {
        if (conditions.paused()) return OpeningHours.closed(conditions.notice(), checkedOn);
        return contacts.stream()
                .filter(contact -> contact.way() == Contact.Way.PHONE)
                .findFirst()
                .or(() -> contacts.stream().findFirst())
                .map(Contact::hours)
                .orElse(OpeningHours.notStated(checkedOn));
    }

    /** Whether one is understood in this language: it is spoken or signed there, or somebody who does is found. */
    public boolean speaks(String language) {
        return languages.contains(language) || conditions.interpreters() == Welcome.YES || language.equals(Languages.BSL) && contacts.stream().anyMatch(contact -> contact.way() == Contact.Way.BSL);
    }
}
