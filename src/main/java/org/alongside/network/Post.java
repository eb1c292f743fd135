package org.alongside.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.files.FileSize;
import org.alongside.files.FileType;
import org.jspecify.annotations.Nullable;

/**
 * A notice, a resource, a question or an answer. Words that were taken back are empty.
 *
 * @param question which an answer is for @param title empty for an answer @param link empty when there is none @param lastDay of a notice
 * @param reason why it came back or is hidden @param by who wrote it; null for somebody who is no member any more @param answers how many are shown
 */
public record Post(UUID id, PostKind kind, @Nullable UUID question, Subject subject, String title, String words, String link, @Nullable LocalDate lastDay, Standing standing, String reason, WorkerId author, @Nullable By by, Instant writtenAt,
                   @Nullable Instant publishedAt, @Nullable HeldFile file, int answers) {
    /** Who wrote it, as they said. */
    public record By(String name, String does, String organisation) {}

    /** The file of a resource, without its content. @param size in bytes @param marks what in it looks like a client's detail; empty when nothing does */
    public record HeldFile(FileType type, int size, String marks) {
        public String sizeWords() {
            return FileSize.words(size);
        }
    }

    /** What was written, as it is to stand. @param link empty for none @param lastDay for a notice only */
    public record Words(Subject subject, String title, String words, String link, @Nullable LocalDate lastDay) {}

    public boolean isBy(WorkerId worker) {
        return author.equals(worker);
    }

    public String byWords() {
        return by == null ? "A former colleague" : by.name() + ", " + by.does() + ", " + by.organisation();
    }

    /** What leads to it: its title, or the beginning of an answer. */
    public String called() {
        if (!title.isEmpty()) return title;
        return words.length() <= 80 ? words : words.substring(0, 80).strip() + " …";
    }
}
