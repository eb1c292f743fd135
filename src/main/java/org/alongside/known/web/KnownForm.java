package org.alongside.known.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.known.HowKnown;
import org.alongside.known.Known;
import org.alongside.shared.Phone;
import org.alongside.shared.Postcode;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** Somebody a worker knows, as typed. */
record KnownForm(@Nullable String once, @Nullable String how, @Nullable String given, @Nullable String family, @Nullable String others, @Nullable TypedDate born, @Nullable String phone, @Nullable String address, @Nullable String postcode) {
    private static final int LONGEST_NAME = 100, MOST_NAMES = 10;

    KnownForm {
        given = given == null ? "" : given.strip();
        family = family == null ? "" : family.strip();
        others = others == null ? "" : others.strip();
        born = born == null ? TypedDate.NONE : born;
        phone = phone == null ? "" : phone.strip();
        address = address == null ? "" : address.strip();
        postcode = postcode == null ? "" : postcode.strip();
    }

    static KnownForm empty(String once) {
        return new KnownForm(once, null, null, null, null, null, null, null, null);
    }

    Optional<Known.Person> read(LocalDate today, Problems problems) {
        HowKnown kind = Typed.oneNeeded(HowKnown.class, how, "how", "Choose how you know them", problems);
        if (given.isEmpty()) problems.add("given", "Enter a first name");
        if (family.isEmpty()) problems.add("family", "Enter a family name");
        if (given.length() > LONGEST_NAME) problems.add("given", "Write no more than 100 letters");
        if (family.length() > LONGEST_NAME) problems.add("family", "Write no more than 100 letters");
        List<String> names = others.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (names.size() > MOST_NAMES || others.length() > LONGEST_NAME * MOST_NAMES) problems.add("others", "Enter no more than ten names");
        else if (names.stream().anyMatch(name -> !name.contains(" "))) problems.add("others", "Enter the first and the family name on each line");
        LocalDate day = born.read("born", problems).orElse(null);
        if (day != null && day.isAfter(today)) problems.add("born", "Enter a birth date in the past");
        if (!phone.isEmpty() && Phone.read(phone).isEmpty()) problems.add("phone", "Enter a telephone number, like 01632 960001");
        if (address.isEmpty() != postcode.isEmpty()) problems.add(address.isEmpty() ? "address" : "postcode", "Enter both the address and its postcode, or neither");
        if (!postcode.isEmpty() && Postcode.of(postcode).isEmpty()) problems.add("postcode", "Enter a whole postcode, like WM1 2AB");
        if (address.length() > 300) problems.add("address", "Write no more than 300 letters");
        return problems.isEmpty() && kind != null ? Optional.of(new Known.Person(kind, given, family, names, day, phone, address, postcode)) : Optional.empty();
    }
}
