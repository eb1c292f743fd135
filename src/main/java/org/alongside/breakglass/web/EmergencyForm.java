package org.alongside.breakglass.web;

import java.util.Optional;
import org.alongside.breakglass.Reason;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** What was typed. The password and the code are no part of it, so they never go back to the page. */
record EmergencyForm(@Nullable String once, @Nullable String who, @Nullable String reason, @Nullable String words) {
    static final EmergencyForm EMPTY = new EmergencyForm(null, null, null, null);
    private static final int LONGEST = 200;

    record Asked(String who, Reason reason, String words) {}

    Optional<Asked> read(Problems problems) {
        String whom = Typed.wordsNeeded(who, "who", "Enter their case number, their telephone number, or their first and last name", problems);
        if (whom != null && whom.length() > LONGEST) problems.add("who", "Enter one number, or one name");
        Reason why = Typed.oneNeeded(Reason.class, reason, "reason", "Choose why you must open it now", problems);
        String said = Typed.wordsNeeded(words, "words", "Say what is happening", problems);
        return problems.isEmpty() ? Optional.of(new Asked(whom, why, said)) : Optional.empty();
    }
}
