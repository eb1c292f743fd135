package org.alongside.people.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.people.AddressKind;
import org.alongside.people.NewAddress;
import org.alongside.shared.Postcode;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

record AddressForm(@Nullable String kind, @Nullable String lines, @Nullable String postcode, @Nullable String area, @Nullable String guarded, @Nullable String letters) {
    static final AddressForm EMPTY = new AddressForm("", "", "", "", "", "");

    AddressForm {
        lines = lines == null ? "" : lines;
        postcode = postcode == null ? "" : postcode;
        area = area == null ? "" : area;
    }

    Optional<NewAddress> read(Problems problems) {
        Optional<AddressKind> chosen = Stream.of(AddressKind.values()).filter(one -> one.name().equals(kind)).findFirst();
        if (chosen.isEmpty()) problems.add("kind", "Choose what kind of place it is");
        boolean refuge = chosen.filter(one -> one == AddressKind.REFUGE).isPresent();
        if (refuge && area.isBlank()) problems.add("area", "Enter the area, such as a county");
        // Safety: an address typed by mistake for a refuge is refused, not quietly kept.
        if (refuge && !(lines.isBlank() && postcode.isBlank())) problems.add("lines", "Do not write down where a refuge is. Leave address and postcode empty");
        if (!refuge && lines.isBlank()) problems.add("lines", "Enter the address");
        if (!postcode.isBlank() && Postcode.of(postcode).isEmpty()) problems.add("postcode", "Enter a whole postcode, like WM1 2AB");
        if (lines.length() > 500) problems.add("lines", "Write no more than 500 characters");
        if (area.length() > 100) problems.add("area", "Write no more than 100 characters");
        if (!problems.isEmpty()) return Optional.empty();
        return Optional.of(new NewAddress(chosen.orElseThrow(), lines.strip(), postcode.strip(), area.strip(), "yes".equals(guarded), "yes".equals(letters)));
    }
}
