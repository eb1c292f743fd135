package org.alongside.people;

import java.util.UUID;

public record PersonId(UUID id) {
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }
}
