package org.alongside.ui;

import java.util.Collection;
import java.util.List;
import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/** One answer that radios, checkboxes or a select offer. */
public record Option(String value, String text, @Nullable String hint) {
    public Option(String value, String text) {
        this(value, text, null);
    }

    public static List<Option> of(Worded[] answers) {
        return of(List.of(answers));
    }

    public static List<Option> of(Collection<? extends Worded> answers) {
        return answers.stream().map(answer -> new Option(answer.name(), answer.words())).toList();
    }
}
