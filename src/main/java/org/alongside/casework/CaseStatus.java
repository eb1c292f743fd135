package org.alongside.casework;

import java.util.Locale;
import java.util.Set;
import org.alongside.shared.RuleBroken;

/** Where a case stands. Support may begin while we still screen; only a closed case is at rest. */
public enum CaseStatus {
    SCREENING("Screening", "yellow"),
    OPEN("Open", "green"),
    CLOSED("Closed", "grey");

    private final String words;
    private final String colour;

    CaseStatus(String words, String colour) {
        this.words = words;
        this.colour = colour;
    }

    public String words() {
        return words;
    }

    public String colour() {
        return colour;
    }

    private Set<CaseStatus> next() {
        return switch (this) {
            case SCREENING -> Set.of(OPEN, CLOSED);
            case OPEN -> Set.of(CLOSED);
            case CLOSED -> Set.of(SCREENING, OPEN);
        };
    }

    CaseStatus to(CaseStatus wanted) {
        if (next().contains(wanted)) return wanted;
        throw new RuleBroken("casework.already-" + name().toLowerCase(Locale.ROOT), switch (this) {
            case SCREENING -> "This case is still being screened.";
            case OPEN -> "This case is already open.";
            case CLOSED -> "This case is closed. Reopen it first.";
        });
    }
}
