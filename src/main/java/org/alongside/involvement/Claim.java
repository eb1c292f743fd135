package org.alongside.involvement;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/** What a member spent, or is paid. @param approved null while nobody has decided @param paidOn null while it is not paid */
public record Claim(UUID id, UUID group, UUID member, ClaimKind kind, int pence, LocalDate on, boolean receipt, WorkerId enteredBy, @Nullable Boolean approved, @Nullable WorkerId decidedBy, @Nullable LocalDate paidOn) {
    public boolean isOpen() {
        return approved == null;
    }

    public boolean isToPay() {
        return Boolean.TRUE.equals(approved) && paidOn == null;
    }

    public String state() {
        return approved == null ? "Waits for a second person" : !approved ? "Refused" : paidOn == null ? "To be paid" : "Paid";
    }

    public String colour() {
        return approved == null ? "blue" : !approved ? "grey" : paidOn == null ? "yellow" : "green";
    }

    public String amount() {
        return pounds(pence);
    }

    /** "£12.50" */
    public static String pounds(long pence) {
        return String.format(Locale.UK, "£%,d.%02d", pence / 100, pence % 100);
    }
}
