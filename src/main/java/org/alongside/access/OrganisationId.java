package org.alongside.access;

import java.util.UUID;

public record OrganisationId(UUID id) {
    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }
}
