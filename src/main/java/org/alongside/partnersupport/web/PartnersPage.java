package org.alongside.partnersupport.web;

import java.time.Instant;
import java.util.List;
import org.alongside.partnersupport.Pair;

/** Every partner of a participant, those who wait first. */
record PartnersPage(List<Row> rows, Instant now) {
    /** @param beside who stands beside them; empty while nobody does */
    record Row(Pair pair, String beside, String newest) {}

    boolean isLate(Pair pair) {
        return pair.answerBy().filter(by -> by.isBefore(now)).isPresent();
    }
}
