package org.alongside.shared;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, field by field, in the order the fields are asked. The words are either plain words or the key of
 * a message ("referral.phone.too-short"), which the page turns into the reader's language.
 */
public final class Problems {
    private final List<Problem> problems = new ArrayList<>();

    public record Problem(String field, String words, List<Object> details) {}

    /** Notes a problem. The details fill the {0}, {1} ... of the words. */
    public void add(String field, String words, Object... details) {
        problems.add(new Problem(field, words, List.of(details)));
    }

    /** The first problem of this field, or null when the field is fine. */
    public @Nullable Problem of(String field) {
        return problems.stream().filter(problem -> problem.field().equals(field)).findFirst().orElse(null);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    public List<Problem> all() {
        return List.copyOf(problems);
    }
}
