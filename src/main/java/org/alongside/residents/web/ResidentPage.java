package org.alongside.residents.web;

import org.alongside.shared.Problems;

/** A form of an account. @param email as it was typed @param choice which of several was chosen @param token the end of the link it was opened by, or empty @param to where somebody was before they signed in */
record ResidentPage(String email, String choice, String token, String to, Problems problems, boolean busy) {
    static ResidentPage of(Carried carried, String token, String to, boolean busy) {
        Problems problems = new Problems();
        carried.wrong().forEach(problems::add);
        return new ResidentPage(carried.email(), carried.choice(), token, to, problems, busy);
    }
}
