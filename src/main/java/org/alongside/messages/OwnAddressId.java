package org.alongside.messages;

import java.util.UUID;

/** An e-mail address that somebody gave as their own, and may or may not have confirmed. */
public record OwnAddressId(UUID id) {}
