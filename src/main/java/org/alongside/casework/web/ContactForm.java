package org.alongside.casework.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.casework.AnsweredBy;
import org.alongside.casework.ContactChannel;
import org.alongside.casework.ContactOutcome;
import org.alongside.casework.ContactPurpose;
import org.alongside.casework.NewContact;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

record ContactForm(@Nullable String once, @Nullable String channel, @Nullable String by, @Nullable List<String> purposes, @Nullable String outcome, @Nullable String answered,
        @Nullable TypedDate on, @Nullable String time, @Nullable String askedReferrer, @Nullable String happened, @Nullable String despite, @Nullable String words) {
    static ContactForm empty(Clock clock) {
        Instant now = clock.instant();
        return new ContactForm(UUID.randomUUID().toString(), null, null, null, null, null, TypedDate.of(Times.day(now)),
                Times.london(now).toLocalTime().toString().substring(0, 5), null, null, null, null);
    }

    TypedDate day() {
        return on == null ? TypedDate.NONE : on;
    }

    Optional<NewContact> read(Clock clock, Problems problems) {
        String starter = by == null || by.isBlank() ? null : by;
        if (starter == null) problems.add("by", "Say who made the contact");
        ContactChannel how = Typed.oneNeeded(ContactChannel.class, channel, "channel", "Say how the contact was made", problems);
        ContactOutcome end = Typed.oneNeeded(ContactOutcome.class, outcome, "outcome", "Say how it ended", problems);
        Instant at = Typed.happened(day(), time, "on", clock, problems);
        String note = Typed.words(words, "words", problems);
        String reason = happened == null ? null : Typed.wordsNeeded(despite, "despite", "Say how it came to this contact", problems);
        if (starter == null || how == null || end == null || at == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new NewContact(Typed.id(once), how, starter.equals("US"), Typed.any(ContactPurpose.class, purposes), end, Typed.one(AnsweredBy.class, answered), at,
                askedReferrer != null, reason, note));
    }
}
