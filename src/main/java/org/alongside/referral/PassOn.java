package org.alongside.referral;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.OrganisationId;
import org.alongside.disclosure.Because;
import org.alongside.disclosure.Field;

/** Passing a referral on: to whom, which parts of it, and why it may go. */
public record PassOn(OrganisationId to, Set<Part> parts, Because because) {
    public PassOn {
        parts = Set.copyOf(parts);
    }

    /** The kinds of field in the chosen parts. */
    Set<Field> fields() {
        return Arrays.stream(Question.values()).filter(question -> parts.contains(question.part())).map(Question::shared).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The questions whose answers are copied: those of the chosen parts whose kind of field may leave. */
    Set<Question> questions(Set<Field> mayLeave) {
        return Arrays.stream(Question.values()).filter(question -> parts.contains(question.part()) && question.shared() != null && mayLeave.contains(question.shared())).collect(Collectors.toSet());
    }
}
