package org.alongside.directory.exchange;

import java.util.UUID;

/** Something of a source's that shows here and that the source does not list any more. */
public record Gone(UUID service, String name) {}
