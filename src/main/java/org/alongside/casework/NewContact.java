package org.alongside.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.people.CallResult;
import org.alongside.people.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A contact as a worker writes it down.
 *
 * @param id made with the form, so that a second press finds the first
 * @param byUs whether we made it; false when the client did
 * @param askedReferrer the worker asked the referrer before a call of which nobody knew whether it is safe
 * @param despite why it is written down although the gate refuses it: it has already happened
 */
public record NewContact(UUID id, ContactChannel channel, boolean byUs, Set<ContactPurpose> purposes, ContactOutcome outcome, @Nullable AnsweredBy answeredBy,
        Instant happenedAt, boolean askedReferrer, @Nullable String despite, @Nullable String words) {
    public NewContact {
        purposes = Set.copyOf(purposes);
    }

    /** Which question this contact has to ask the safe-contact gate; none when the client came to us, or we met as agreed. */
    Optional<Channel> gate() {
        if (!byUs) return Optional.empty();
        return switch (channel) {
            // Safety: a voicemail stays on the phone for anyone to hear, so it asks its own, stricter question.
            case CALL -> Optional.of(outcome == ContactOutcome.VOICEMAIL ? Channel.VOICEMAIL : Channel.PHONE);
            case TEXT -> Optional.of(Channel.TEXT);
            case EMAIL -> Optional.of(Channel.EMAIL);
            case LETTER -> Optional.of(Channel.LETTER);
            case VISIT, VIDEO, DROP_IN -> Optional.empty();
        };
    }

    CallResult callResult() {
        if (answeredBy == AnsweredBy.SOMEONE_ELSE || outcome == ContactOutcome.STOPPED) return CallResult.SOMEONE_ELSE;
        return outcome == ContactOutcome.SPOKE ? CallResult.SPOKE : CallResult.NO_ANSWER;
    }
}
