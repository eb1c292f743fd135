package org.alongside.residents;

import java.util.UUID;

/** What happened to an account: ids only. */
public sealed interface ResidentEvent {
    /** It is gone. @param wordsGo whether whatever they wrote goes with it; else it stays without them */
    record Left(UUID resident, boolean wordsGo) implements ResidentEvent {}
}
