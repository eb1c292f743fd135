package org.alongside.casework;

import org.alongside.people.Decision;
import org.alongside.shared.RuleBroken;
import org.jspecify.annotations.Nullable;

/** Whether a contact may be written down, given what the safe-contact gate says. */
final class ContactGate {
    private ContactGate() {
    }

    /** @param decision what the gate says; null when it need not be asked @param firstCallWritten whether the one call made without knowing is in the log already */
    static void mustPass(NewContact contact, @Nullable Decision decision, boolean firstCallWritten) {
        if (decision == null) return;
        switch (decision.verdict()) {
            case ALLOWED, RECHECK -> { }
            case ASK_FIRST -> {
                // Safety: nobody knows whether this call is safe; the referrer is asked before it is made, never after.
                if (!contact.askedReferrer()) throw new RuleBroken("casework.ask-the-referrer", "Ask whoever referred them first whether this number is safe. " + decision.words());
            }
            case REFUSED -> {
                if (decision.reason() == Decision.Reason.CALLED_ONCE && !firstCallWritten) return;
                // Safety: what the client said is not safe is refused here; what has already happened is told, marked, and seen.
                if (contact.despite() == null) throw new RuleBroken("casework.not-safe", decision.words());
            }
        }
    }
}
