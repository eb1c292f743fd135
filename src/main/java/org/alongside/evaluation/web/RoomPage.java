package org.alongside.evaluation.web;

import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.IdentityMode;
import org.alongside.evaluation.Wave;

/** @param address where people answer, whole */
record RoomPage(Evaluation one, Wave wave, String address) {
    String path() {
        return EvaluationController.path(one.id().id());
    }

    /** As people type it. */
    String typed() {
        return address.replaceFirst("^https?://", "");
    }

    boolean byCard() {
        return one.identity() == IdentityMode.TICKET;
    }
}
