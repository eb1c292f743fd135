package org.alongside.engagement;

import java.time.LocalDate;

/** What came of asking. @param heard what people said @param did what was done about it, or will be @param on when that was first said */
public record Told(String heard, String did, LocalDate on) {}
