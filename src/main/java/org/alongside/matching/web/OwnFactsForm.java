package org.alongside.matching.web;

import java.time.LocalDate;
import java.util.Optional;
import org.alongside.matching.Identity;
import org.alongside.shared.Postcode;
import org.alongside.shared.Phone;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

record OwnFactsForm(@Nullable TypedDate born, @Nullable String phone, @Nullable String emergency, @Nullable String address, @Nullable String postcode) {
    static final OwnFactsForm EMPTY = new OwnFactsForm(null, null, null, null, null);

    OwnFactsForm {
        born = born == null ? TypedDate.NONE : born;
        phone = phone == null ? "" : phone.strip();
        emergency = emergency == null ? "" : emergency.strip();
        address = address == null ? "" : address.strip();
        postcode = postcode == null ? "" : postcode.strip();
    }

    Optional<Identity> read(String given, String family, LocalDate today, Problems problems) {
        Optional<LocalDate> day = born.read("born", problems);
        if (day.filter(date -> date.isAfter(today)).isPresent()) problems.add("born", "Enter a birth date in the past");
        if (!phone.isEmpty() && Phone.read(phone).isEmpty()) problems.add("phone", "Enter a telephone number, like 01632 960001");
        if (!emergency.isEmpty() && Phone.read(emergency).isEmpty()) problems.add("emergency", "Enter a telephone number, like 01632 960001");
        if (address.isEmpty() != postcode.isEmpty()) problems.add(address.isEmpty() ? "address" : "postcode", "Enter both the address and its postcode, or neither");
        if (!postcode.isEmpty() && Postcode.of(postcode).isEmpty()) problems.add("postcode", "Enter a whole postcode, like WM1 2AB");
        if (problems.isEmpty() && day.isEmpty() && phone.isEmpty() && emergency.isEmpty() && address.isEmpty()) problems.add("born", "Enter at least one of these");
        return problems.isEmpty() ? Optional.of(Identity.of(given, family, day.orElse(null), phone, address, postcode)) : Optional.empty();
    }
}
