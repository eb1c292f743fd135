package org.alongside.access;

import java.util.UUID;

public record WorkerId(UUID id) {
    public static WorkerId of(String text) {
        return new WorkerId(UUID.fromString(text));
    }
}
