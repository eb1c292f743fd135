package org.alongside.agencies.web;

import java.util.Optional;
import org.alongside.shared.Problems;
import org.alongside.shared.Sector;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** An agency, as typed. */
record AgencyForm(@Nullable String once, @Nullable String name, @Nullable String sector) {
    record Read(String name, Sector sector) {}

    Optional<Read> read(Problems problems) {
        String named = Named.read(name, "name", problems);
        Sector works = Typed.oneNeeded(Sector.class, sector, "sector", "Choose where its people work", problems);
        return named == null || works == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Read(named, works));
    }
}
