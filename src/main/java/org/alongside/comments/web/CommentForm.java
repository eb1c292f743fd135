package org.alongside.comments.web;

import org.alongside.comments.Written;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** A comment as typed. @param quote "yes" where they may be quoted @param website a field that people do not see; machines fill it in @param to the comment it replies to */
record CommentForm(@Nullable String name, @Nullable String words, @Nullable String quote, @Nullable String website, @Nullable String slip, @Nullable String to) {
    /** The most that is kept of what was typed too long. */
    private static final int KEPT = 12_000;

    static CommentForm of(Written written, boolean quote) {
        return new CommentForm(written.name(), written.words(), quote ? "yes" : null, null, null, null);
    }

    Written written() {
        return Written.typed(cut(name), cut(words));
    }

    Written read(Problems problems) {
        Written written = written();
        if (written.words().isEmpty()) problems.add("words", "comments.words-missing");
        if (written.isTooLong()) problems.add("words", "comments.words-long", Written.WORDS);
        if (written.isNameTooLong()) problems.add("name", "comments.name-long", Written.NAME);
        return written;
    }

    boolean mayQuote() {
        return "yes".equals(quote);
    }

    boolean isTrapped() {
        return website != null && !website.isBlank();
    }

    private static String cut(@Nullable String typed) {
        return typed == null ? "" : typed.length() > KEPT ? typed.substring(0, KEPT) : typed;
    }
}
