package org.alongside.directory.assurance.web;

import org.alongside.directory.assurance.Suggestion.About;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** What somebody says is wrong, as typed. */
record SuggestionForm(@Nullable String about, @Nullable String words) {
    private static final int LONGEST = 1000;
    static final SuggestionForm EMPTY = new SuggestionForm(null, null);

    /** @return null when it cannot be taken yet */
    @Nullable About read(Problems problems) {
        About chosen = Typed.one(About.class, about);
        if (chosen == null) problems.add("about", "directory.wrong.choose");
        if (words != null && words.length() > LONGEST) problems.add("words", "directory.wrong.long");
        if (chosen == About.OTHER && (words == null || words.isBlank())) problems.add("words", "directory.wrong.say");
        return problems.isEmpty() ? chosen : null;
    }

    @Nullable String said() {
        return words == null || words.isBlank() ? null : words.strip();
    }

    /** As much of it as a browser carries back. */
    SuggestionForm cut() {
        return words == null || words.length() <= 1400 ? this : new SuggestionForm(about, words.substring(0, 1400));
    }
}
