package org.alongside.agencies.web;

import java.util.Optional;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** A team of an agency, as typed. */
record TeamForm(@Nullable String once, @Nullable String team, @Nullable String staff) {
    record Read(String name, int staff) {}

    Optional<Read> read(Problems problems) {
        String named = Named.read(team, "team", problems);
        String people = staff == null ? "" : staff.strip();
        boolean counted = people.matches("[1-9]\\d{0,4}");
        if (!counted) problems.add("staff", "Enter how many people work there, like 12");
        return named == null || !counted ? Optional.empty() : Optional.of(new Read(named, Integer.parseInt(people)));
    }
}
