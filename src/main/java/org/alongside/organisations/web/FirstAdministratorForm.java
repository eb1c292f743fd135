package org.alongside.organisations.web;

import java.util.List;
import org.alongside.organisations.FirstAdministrator.Beginning;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

record FirstAdministratorForm(@Nullable String organisation, @Nullable String kind, @Nullable String name, @Nullable String email, @Nullable String password) {
    private static final List<String> KINDS = List.of("SUPPORT_SERVICE", "BEHAVIOUR_CHANGE_SERVICE", "BOTH_SIDES");

    static FirstAdministratorForm empty() {
        return new FirstAdministratorForm(null, null, null, null, null);
    }

    Beginning read(Problems problems) {
        String typedKind = kind == null ? "" : kind;
        String organisationName = TypedText.required(organisation, "organisation", "Enter the name of your organisation", 100, problems);
        if (!KINDS.contains(typedKind)) problems.add("kind", "Choose what your organisation does");
        return new Beginning(organisationName, typedKind,
                TypedText.required(name, "name", "Enter your name", 100, problems),
                TypedText.required(email, "email", "Enter your e-mail address", 254, problems),
                password == null ? "" : password);
    }
}
