package org.alongside.comments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What everybody reads: a comment somebody has looked at, with the replies to it, the oldest first. @param name as its writer wished to be called; empty for nobody @param words as they may be shown; empty where it is gone and only replies are left @param on the day it was shown */
public record PublishedComment(UUID id, String name, String words, LocalDate on, List<PublishedComment> replies) {
    public boolean isGone() {
        return words.isEmpty();
    }

    /** The words between its blank lines. */
    public List<String> paragraphs() {
        return List.of(words.split("\n\n"));
    }
}
