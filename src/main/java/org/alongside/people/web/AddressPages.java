package org.alongside.people.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.people.Addresses;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.PersonRoles;
import org.alongside.people.RevealReason;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class AddressPages {
    private final People people;
    private final Addresses addresses;
    private final AuditTrail trail;

    AddressPages(People people, Addresses addresses, AuditTrail trail) {
        this.people = people;
        this.addresses = addresses;
        this.trail = trail;
    }

    AddressesPage kept(PersonId id, Problems problems, Actor.Worker me) {
        return page(id, problems, null, null, me);
    }

    AddressesPage opened(PersonId id, UUID address, RevealReason reason, Actor.Worker me) {
        if (addresses.kept(id).stream().noneMatch(one -> one.id().equals(address))) throw new NotFound("address", address);
        return page(id, new Problems(), address, addresses.reveal(address, reason, me), me);
    }

    void mayBeOpenedBy(PersonId id, Actor.Worker me) {
        me.mustBe(PersonRoles.CLOSE);
        if (people.find(id).isEmpty()) throw new NotFound("person", id.id());
    }

    private AddressesPage page(PersonId id, Problems problems, @Nullable UUID openedId, Addresses.@Nullable Opened opened, Actor.Worker me) {
        mayBeOpenedBy(id, me);
        List<Addresses.Kept> kept = addresses.kept(id);
        trail.looked("person", id.id());
        trail.listed("address", "kept addresses", kept.stream().map(Addresses.Kept::id).toList());
        return new AddressesPage(id.id(), kept, Stream.of(RevealReason.values()).map(one -> new Option(one.name(), one.words())).toList(), problems, openedId, opened);
    }
}
