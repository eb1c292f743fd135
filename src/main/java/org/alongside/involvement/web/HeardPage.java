package org.alongside.involvement.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.involvement.Heard;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;
import org.alongside.standards.Standards;

/** @param names of the organisations, as far as anybody may know them */
record HeardPage(List<Heard> all, Map<UUID, String> names, Standards standards) {
    /** The statement it belongs to, and where it is read. */
    record Place(String path, String title) {}

    Optional<Place> place(Heard one) {
        if (one.standard() == null || one.statement() == null) return Optional.empty();
        return standards.one(one.standard()).flatMap(standard -> edition(standard, one.statement()).map(edition -> new Place("/standards/" + standard.key() + "/" + edition.key() + "#" + one.statement(), one.statement() + ", " + standard.title())));
    }

    private static Optional<Edition> edition(Standard standard, String statement) {
        return standard.editions().stream().filter(edition -> standard.of(edition).stream().flatMap(section -> section.statements().stream()).anyMatch(one -> one.id().equals(statement))).findFirst();
    }
}
