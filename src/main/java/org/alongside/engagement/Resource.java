package org.alongside.engagement;

import java.util.UUID;

/** Where somebody can read more. @param address begins with https:// @param about what one finds there */
public record Resource(UUID id, String title, String address, String about) {}
