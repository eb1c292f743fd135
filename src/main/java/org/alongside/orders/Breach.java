package org.alongside.orders;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.WorkerId;

/** One time an order was broken. */
public record Breach(UUID id, UUID order, LocalDate happenedOn, ToldPolice toldPolice, String words, WorkerId recordedBy) {}
