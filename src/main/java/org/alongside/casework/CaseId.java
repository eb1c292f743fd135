package org.alongside.casework;

import java.util.UUID;

public record CaseId(UUID id) {
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }
}
