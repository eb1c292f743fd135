package org.alongside.organisations.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Team.Newcomer;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

record ColleagueForm(@Nullable String name, @Nullable String email, @Nullable String side, @Nullable List<String> roles, @Nullable String reason) {
    static ColleagueForm empty(Actor.Worker me) {
        return new ColleagueForm(null, null, me.is(Role.ADMINISTRATOR) ? null : String.valueOf(me.side()), null, null);
    }

    static ColleagueForm of(Colleague colleague) {
        return new ColleagueForm(colleague.name(), null, colleague.side() == null ? "NONE" : colleague.side().name(), colleague.roles().stream().map(Role::name).toList(), null);
    }

    Newcomer readNewcomer(Problems problems) {
        String typedName = TypedText.required(name, "name", "Enter the colleague’s name", 100, problems);
        String typedEmail = TypedText.required(email, "email", "Enter the colleague’s e-mail address", 254, problems);
        return readPlace(typedName, typedEmail, problems);
    }

    Newcomer readPlace(Problems problems) {
        return readPlace("", "", problems);
    }

    private Newcomer readPlace(String typedName, String typedEmail, Problems problems) {
        boolean known = side != null && Sides.CHOICES.stream().anyMatch(choice -> choice.value().equals(side));
        if (!known) problems.add("side", "Choose a side");
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        List<String> typed = roles == null ? List.of() : roles;
        Stream.of(Role.values()).filter(role -> typed.contains(role.name())).forEach(chosen::add);
        if (chosen.isEmpty()) problems.add("roles", "Choose at least one role");
        return new Newcomer(typedName, typedEmail, known ? Sides.read(String.valueOf(side)) : null, chosen);
    }
}
