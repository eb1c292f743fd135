package org.alongside.people;

import java.util.Comparator;
import java.util.List;
import org.alongside.shared.Phone;
import org.jspecify.annotations.Nullable;

/** One way of contact as the gate sees it now. {@code to} is the number or e-mail address, given only while it may be used. */
public record Way(Channel channel, Decision decision, @Nullable String to) {
    /** Every way, in its order. */
    public static List<Way> all(SafeContacts.InForce now) {
        return now.decisions().values().stream().sorted(Comparator.comparing(Decision::channel)).map(decision -> of(decision, now.contact())).toList();
    }

    private static Way of(Decision decision, SafeContact contact) {
        String held = switch (decision.channel()) {
            case PHONE, TEXT, VOICEMAIL -> written(contact.phone());
            case EMAIL -> contact.email();
            case LETTER -> null;
        };
        boolean shown = switch (decision.verdict()) {
            case ALLOWED, RECHECK -> true;
            // Safety: a number that may not be used now is not on the page, so that nobody rings it by mistake.
            case ASK_FIRST, REFUSED -> false;
        };
        return new Way(decision.channel(), decision, shown ? held : null);
    }

    private static @Nullable String written(@Nullable String phone) {
        return phone == null ? null : Phone.read(phone).map(Phone::written).orElse(phone);
    }

    public String word() {
        return switch (decision.verdict()) {
            case ALLOWED -> "yes, now";
            case ASK_FIRST -> "ask the referrer first";
            case RECHECK -> "only to check again";
            case REFUSED -> switch (decision.reason()) {
                case NEVER -> "never";
                case OUTSIDE_TIMES -> "not now";
                case NOTHING_TO_USE -> "nothing held";
                default -> "no";
            };
        };
    }

    /** The colour of its tag. */
    public String colour() {
        return switch (decision.verdict()) {
            case ALLOWED -> "green";
            case ASK_FIRST, RECHECK -> "yellow";
            case REFUSED -> decision.reason() == Decision.Reason.NOTHING_TO_USE ? "grey" : "red";
        };
    }

    // Safety: only a call may be dialled with one touch; the number of somebody who may be texted and never called is text.
    public boolean mayBeDialled() {
        return channel == Channel.PHONE;
    }

    public List<String> how() {
        return decision.how();
    }
}
