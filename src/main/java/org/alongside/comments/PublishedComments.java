package org.alongside.comments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.OrganisationId;
import org.alongside.access.Remembered;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said and may be read, where, and who promises what about it: in memory. */
@Component
public class PublishedComments extends Remembered<PublishedComments.Known> {
    private final JdbcClient sql;

    PublishedComments(ActingTransaction acting, JdbcClient sql) {
        super(acting, new Known(Map.of(), Map.of(), Map.of(), Map.of()));
        this.sql = sql;
    }

    record Known(Map<UUID, Conversation> conversations, Map<UUID, List<PublishedComment>> said, Map<UUID, Place> places, Map<OrganisationId, Care> care) {}

    /** Where a comment stands. @param replyTo the comment it replies to; null for none */
    public record Place(PublishedComment comment, UUID conversation, @Nullable UUID replyTo) {}

    /** Under this conversation, the oldest first. */
    public List<PublishedComment> under(UUID conversation) {
        return known().said.getOrDefault(conversation, List.of());
    }

    /** A conversation that the public sees. */
    public Optional<Conversation> conversation(UUID id) {
        return Optional.ofNullable(known().conversations.get(id));
    }

    /** A comment that the public sees. */
    public Optional<Place> place(UUID comment) {
        return Optional.ofNullable(known().places.get(comment)).filter(one -> known().conversations.containsKey(one.conversation));
    }

    /** What this organisation promises. */
    public Care care(OrganisationId organisation) {
        return known().care.getOrDefault(organisation, Care.USUAL);
    }

    @Override
    protected String stamp() {
        return sql.sql("""
                select (select count(*) || '/' || coalesce(sum(hashtext(comment_id::text)), 0) || '/' || coalesce(max(published_at)::text, '') from comments.published) || (select coalesce(sum(hashtext(c::text)), 0) from comments.conversation c)
                       || '/' || (select coalesce(sum(hashtext(k::text)), 0) from comments.care k)
                """).query(String.class).single();
    }

    @Override
    protected Known read() {
        Map<UUID, Conversation> conversations = new LinkedHashMap<>();
        sql.sql("select * from comments.conversation").query(row -> {
            Conversation one = Conversations.conversation(row);
            conversations.put(one.id(), one);
        });
        Map<OrganisationId, Care> care = new LinkedHashMap<>();
        sql.sql("select * from comments.care").query(row -> {
            care.put(new OrganisationId(row.getObject("organisation_id", UUID.class)), new Care(row.getString("hours"), row.getInt("within_hours"), row.getInt("hard_a_day"), row.getInt("version")));
        });
        Map<UUID, List<PublishedComment>> said = new LinkedHashMap<>();
        Map<UUID, Place> places = new LinkedHashMap<>();
        Map<UUID, UUID> replies = new LinkedHashMap<>();
        sql.sql("select comment_id, conversation_id, reply_to, name, words, published_at from comments.published order by published_at, comment_id").query(row -> {
            UUID id = row.getObject("comment_id", UUID.class), conversation = row.getObject("conversation_id", UUID.class), to = row.getObject("reply_to", UUID.class);
            Instant at = Times.instant(row, "published_at");
            PublishedComment one = new PublishedComment(id, row.getString("name"), row.getString("words"), Times.day(at), new ArrayList<>());
            places.put(id, new Place(one, conversation, to));
            if (to == null) said.computeIfAbsent(conversation, any -> new ArrayList<>()).add(one);
            else replies.put(id, to);
        });
        replies.forEach((id, to) -> {
            Place reply = places.get(id), first = places.get(to);
            if (first == null) {
                // What it replied to was taken back: the reply stays under an empty place.
                first = new Place(new PublishedComment(to, "", "", reply.comment.on(), new ArrayList<>()), reply.conversation, null);
                places.put(to, first);
                said.computeIfAbsent(reply.conversation, any -> new ArrayList<>()).add(first.comment);
            }
            first.comment.replies().add(reply.comment);
        });
        places.values().removeIf(place -> place.comment.isGone());
        return new Known(conversations, said, places, care);
    }
}
