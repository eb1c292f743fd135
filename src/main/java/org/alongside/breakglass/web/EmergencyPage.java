package org.alongside.breakglass.web;

import java.util.List;
import org.alongside.breakglass.Opening;
import org.alongside.breakglass.Reason;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a case to be opened in an emergency, or says why it cannot be now.
 *
 * @param before the worker's own opening that is not settled; null when there is none
 * @param running whether that one is open now
 * @param opensCases whether the worker's work opens cases anyway
 * @param asksForCode whether the worker has one-time codes
 * @param toRing who is on duty, and who looks at openings, by name
 */
record EmergencyPage(String once, EmergencyForm form, @Nullable Opening before, boolean running, boolean opensCases, boolean asksForCode, List<String> onDuty, List<String> toRing, Problems problems) {
    Reason[] reasons() {
        return Reason.values();
    }
}
