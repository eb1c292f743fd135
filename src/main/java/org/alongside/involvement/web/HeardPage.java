package org.alongside.involvement.web;

import java.util.Optional;
import org.alongside.involvement.Heard;
import org.alongside.involvement.HeardWords;
import org.alongside.standards.Standards;

record HeardPage(HeardWords.Public words, Standards standards) {
    /** The statement it belongs to, and where it is read. */
    record Place(String path, String title) {}

    String by(Heard one) {
        return words.names().getOrDefault(one.organisation(), "");
    }

    Optional<Place> place(Heard one) {
        if (one.standard() == null || one.statement() == null) return Optional.empty();
        return standards.one(one.standard()).map(standard -> new Place(standard.path(one.statement()), one.statement() + ", " + standard.title()));
    }
}
