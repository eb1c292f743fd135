package org.alongside.engagement.web;

import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** Where somebody can read more, as typed. */
record ResourceForm(@Nullable String once, @Nullable String name, @Nullable String address, @Nullable String about) {
    private static final int LINE = 120, ABOUT = 300;

    record Read(String title, String address, String about) {}

    static ResourceForm empty() {
        return new ResourceForm(UUID.randomUUID().toString(), null, null, null);
    }

    Optional<Read> read(Problems problems) {
        String named = Typed.wordsNeeded(name, "name", LINE, "Enter what it is called", problems);
        String leads = Typed.address(address).filter(one -> one.startsWith("https://")).orElse(null), said = Typed.fitting(about, "about", ABOUT, problems);
        if (leads == null) problems.add("address", "Enter an address that begins with https://");
        return named == null || leads == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Read(named, leads, said));
    }
}
