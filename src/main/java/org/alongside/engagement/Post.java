package org.alongside.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.comments.Conversation;
import org.alongside.helpline.Topic;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * Something a service says to everybody.
 *
 * @param number by which it is found
 * @param publishAt when it is or was shown; null for a draft
 * @param updatedAt when its words last changed while everybody read them
 * @param told null until somebody said what came of it
 * @param poll the questions it asks by ticking; null for none
 * @param version of its words
 */
public record Post(UUID id, int number, OrganisationId organisation, Written written, State state, @Nullable Instant publishAt, @Nullable Instant updatedAt, @Nullable Told told, @Nullable Poll poll, @Nullable Picture picture, List<Resource> resources, int version) {
    /**
     * As its writers put it.
     *
     * @param campaign it belongs to; null for none
     * @param author as everybody reads it
     * @param lead the first lines, which lists and feeds show
     * @param words in Markdown, as {@link Prose} reads it
     * @param question to everybody; empty for none
     * @param closesOn the last day on which anything can be answered; null for no end
     */
    public record Written(Category category, Topic topic, Language language, @Nullable UUID campaign, String author, String title, String lead, String words, String question, boolean takesComments, @Nullable LocalDate closesOn) {
        boolean isWhole() {
            return !lead.isBlank() && !words.isBlank();
        }
    }

    /** @param hash the version of the set of questions @param seen whether its numbers are seen before it closes */
    public record Poll(String hash, boolean seen) {}

    public Post {
        resources = List.copyOf(resources);
    }

    public String path() {
        return "/have-your-say/" + number;
    }

    public String title() {
        return written.title;
    }

    /** Whether everybody reads it. Safety: never before its time, however early a job was or however late the clock of a database is. */
    public boolean isShown(Instant now) {
        return state == State.PUBLISHED && publishAt != null && !publishAt.isAfter(now);
    }

    /** From when on nothing more can be answered, the end of its last day in London; null for no end. */
    public @Nullable Instant closesAt() {
        return written.closesOn == null ? null : written.closesOn.plusDays(1).atStartOfDay(Times.LONDON).toInstant();
    }

    public boolean isClosed(Instant now) {
        Instant closes = closesAt();
        return closes != null && !now.isBefore(closes);
    }

    /** Whether it asks something that can still be answered. */
    public boolean asks(Instant now) {
        return !isClosed(now) && (poll != null || written.takesComments && !written.question.isEmpty());
    }

    /** Whether the numbers of its poll may be seen now. */
    public boolean tellsNumbers(Instant now) {
        return poll != null && (poll.seen || isClosed(now));
    }

    /** What is talked about under it. */
    public Conversation conversation(Instant now) {
        return new Conversation(id, organisation, written.title, path(), written.topic, written.takesComments && isShown(now), closesAt());
    }
}
