package org.alongside.instruments;

import java.util.UUID;

public record ResponseId(UUID id) {}
