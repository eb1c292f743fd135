package org.alongside.copies.web;

import java.util.Optional;
import org.alongside.shared.EmailAddress;
import org.alongside.shared.Problems;
import org.alongside.shared.Sector;
import org.alongside.shared.Typed;
import org.alongside.copies.CopyAsked;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;
import org.jspecify.annotations.Nullable;

/** Asking for a copy, as typed. @param news "yes" where they would like to be told of a new version */
record CopyForm(@Nullable String email, @Nullable String edition, @Nullable String sector, @Nullable String news) {
    static final CopyForm EMPTY = new CopyForm(null, null, null, null);

    Optional<CopyAsked> read(Standard standard, boolean welsh, Problems problems) {
        String address = email == null ? "" : email.strip();
        if (address.isEmpty()) problems.add("email", "copies.email-missing");
        else if (!EmailAddress.canArrive(address)) problems.add("email", "copies.email-wrong");
        Edition chosen = Edition.of(edition == null ? "" : edition).filter(one -> standard.editions().contains(one)).orElse(null);
        if (chosen == null) problems.add("edition", "copies.edition-missing");
        return chosen == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new CopyAsked(address, chosen, Typed.one(Sector.class, sector), "yes".equals(news), welsh));
    }
}
