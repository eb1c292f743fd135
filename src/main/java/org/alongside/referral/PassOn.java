package org.alongside.referral;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.OrganisationId;
import org.alongside.shared.RuleBroken;

/** Passing a referral on: to whom, which parts of it, and whether the person agreed; without agreement, why it goes all the same. */
public record PassOn(OrganisationId to, Set<Part> parts, boolean agreed, String why) {
    // Safety: an address never travels with a referral; whoever needs it asks the person.
    private static final Set<Question> STAY = Set.of(Question.ADDRESS, Question.RECEIVER);

    public PassOn {
        parts = Set.copyOf(parts);
        if (!agreed && why.isBlank()) throw new RuleBroken("referral.passed-without-reason", "Say why it is passed on without agreement.");
    }

    /** The questions whose answers are copied: the agreed parts' and no others. */
    Set<Question> questions() {
        return Arrays.stream(Question.values()).filter(question -> parts.contains(question.part()) && !STAY.contains(question)).collect(Collectors.toSet());
    }
}
