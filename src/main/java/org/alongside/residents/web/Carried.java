package org.alongside.residents.web;

import java.util.Map;
import org.alongside.residents.AskingKind;
import org.jspecify.annotations.Nullable;

/** What goes from a form of an account to the page after it. Never a password. @param choice which of several was chosen @param kind what was asked for, so that it can be asked for again @param wrong the words for each field that has to be put right */
record Carried(@Nullable AskingKind kind, String email, String choice, Map<String, String> wrong) {
    static final Carried NOTHING = new Carried(null, "", "", Map.of());
}
