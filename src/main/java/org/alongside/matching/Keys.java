package org.alongside.matching;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.access.OrganisationId;
import org.alongside.people.AddressKey;
import org.alongside.shared.Names;
import org.alongside.shared.Phone;
import org.alongside.shared.Seal;
import org.jspecify.annotations.Nullable;

/** An identity as fingerprints, meaningless outside this organisation. A key with a part missing is not made: half a key floods. */
record Keys(Set<Key> keys) {
    record Key(Reason reason, String fingerprint) {}

    static Keys of(Seal seal, OrganisationId organisation, Identity who) {
        Set<Key> keys = new LinkedHashSet<>();
        String family = key(who.familyName());
        Stream.of(key(who.givenName()), key(who.knownAs())).filter(given -> !given.isEmpty() && !family.isEmpty()).distinct().forEach(given -> {
            keys.add(new Key(Reason.NAME, fingerprint(seal, organisation, Reason.NAME, given + "/" + family)));
            if (who.bornOn() != null) keys.add(new Key(Reason.NAME_AND_BIRTH_DATE, fingerprint(seal, organisation, Reason.NAME_AND_BIRTH_DATE, given + "/" + family + "/" + who.bornOn())));
        });
        Optional.ofNullable(who.phone()).flatMap(Phone::read)
                .ifPresent(phone -> keys.add(new Key(Reason.PHONE, fingerprint(seal, organisation, Reason.PHONE, phone.number()))));
        if (who.address() != null && who.postcode() != null) {
            AddressKey.of(seal, organisation, who.address(), who.postcode()).ifPresent(key -> keys.add(new Key(Reason.ADDRESS, key)));
        }
        who.addressKeys().forEach(key -> keys.add(new Key(Reason.ADDRESS, key)));
        return new Keys(keys);
    }

    private static String key(@Nullable String name) {
        return name == null ? "" : Names.key(name);
    }

    private static String fingerprint(Seal seal, OrganisationId organisation, Reason reason, String normalised) {
        return seal.fingerprint("matching." + reason + "/" + organisation.id(), normalised);
    }
}
