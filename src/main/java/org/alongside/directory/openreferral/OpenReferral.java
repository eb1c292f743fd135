package org.alongside.directory.openreferral;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.directory.Listing;
import org.alongside.directory.openreferral.Hsds.Term;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Our directory in the words of Open Referral, for the rooms that exchange it: a service whole, and what our own terms are called. */
@Component
public class OpenReferral {
    private final Projection projection;
    private final Map<UUID, String> codes;

    OpenReferral(Projection projection, Taxonomies taxonomies) {
        this.projection = projection;
        this.codes = taxonomies.terms().stream().collect(Collectors.toUnmodifiableMap(Term::id, Term::code));
    }

    /** The service as {@code /services/{id}} answers it. */
    public ObjectNode service(Listing one) {
        return Hsds.JSON.valueToTree(projection.service(one));
    }

    /** The code of one of our terms ({@code da-need:helpline}) by its id; empty for any other. */
    public Optional<String> code(UUID term) {
        return Optional.ofNullable(codes.get(term));
    }

    /** An id made of a name, the same everywhere and always. */
    public static UUID id(String name) {
        return Taxonomies.id(name);
    }
}
