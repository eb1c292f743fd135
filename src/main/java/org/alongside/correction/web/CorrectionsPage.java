package org.alongside.correction.web;

import java.util.List;
import org.alongside.correction.Arrival;
import org.alongside.correction.Move;
import org.alongside.correction.State;
import org.jspecify.annotations.Nullable;

record CorrectionsPage(List<Away> away, List<Here> here) {
    /** @param name of somebody who was written down here */
    record Away(Move move, String name, String by) {}

    /** @param name of somebody who comes; empty when it is for nobody to read any more */
    record Here(Arrival arrival, String name, @Nullable String by) {
        boolean waits() {
            return arrival.state() == State.WAITING;
        }
    }

    List<Here> waiting() {
        return here.stream().filter(Here::waits).toList();
    }

    List<Here> decided() {
        return here.stream().filter(one -> !one.waits()).toList();
    }
}
