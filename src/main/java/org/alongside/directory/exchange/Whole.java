package org.alongside.directory.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.directory.Contact;
import org.alongside.directory.Entry;
import org.alongside.directory.Kept;
import org.alongside.directory.Listing;
import org.alongside.directory.Offerer;
import org.alongside.directory.OpeningHours;
import org.alongside.directory.Place;
import org.alongside.directory.Places;
import org.alongside.directory.Serves;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A service with who offers it, as they are kept. */
record Whole(Entry entry, Offerer offeredBy) {
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** As others see it. @param kept null for one that is not in the database */
    Listing shown(Places places, @Nullable Kept kept) {
        LocalDate checkedOn = kept == null ? null : kept.checkedOn();
        Instant changedAt = kept == null ? null : kept.changedAt();
        List<Place> offices = entry.offices().stream().flatMap(outcode -> places.find(outcode).stream().limit(1)).toList();
        List<Contact> contacts = entry.ways().stream().map(way -> new Contact(way.way(), way.value(), way.label(), OpeningHours.read(way.hours(), way.hoursOf(), checkedOn), way.free())).toList();
        return new Listing(entry.id(), entry.name(), offeredBy, entry.summary(), entry.parts(), contacts, new Serves(entry.serves()), offices, entry.languages(), entry.referSelf(), entry.conditions(), null, kept != null && kept.invented(), entry.source(), checkedOn, changedAt);
    }
}
