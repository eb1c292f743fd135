package org.alongside.shared;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with what was typed, each beside its field, in the order of the page. */
public class Problems {
    public record Problem(String field, String words) {}

    private final List<Problem> all = new ArrayList<>();

    public void add(String field, String words) {
        all.add(new Problem(field, words));
    }

    /** The first problem of this field, or null. */
    public @Nullable String of(String field) {
        return all.stream().filter(problem -> problem.field.equals(field)).map(Problem::words).findFirst().orElse(null);
    }

    public List<Problem> all() {
        return List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
