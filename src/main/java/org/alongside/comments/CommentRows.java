package org.alongside.comments;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.access.WorkerId;
import org.alongside.helpline.Topic;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comments as they lie in the database; whoever may not read one finds none. */
@Component
class CommentRows {
    static final String WRITTEN = "comments.comment.written", PROPOSED = "comments.comment.proposed", ANSWER = "comments.comment.answer", NOTE = "comments.comment.note";
    private static final String FACTS = "select c.*, v.title, v.path from comments.comment c join comments.conversation v on v.id = c.conversation_id ";
    private final JdbcClient sql;
    private final Seal seal;

    CommentRows(JdbcClient sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    Optional<Comment> one(UUID id) {
        return list("where c.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** The same, kept from changing until the transaction ends. */
    Optional<Comment> locked(UUID id) {
        sql.sql("select 1 from comments.comment where id = :id for update").param("id", id).query(Integer.class).list();
        return one(id);
    }

    List<Comment> list(String where, Map<String, Object> params) {
        return sql.sql(FACTS + where).params(params).query((row, number) -> comment(row)).list();
    }

    byte @Nullable [] close(Written written, String column, UUID id) {
        return seal.close(written.kept(), column, id);
    }

    byte @Nullable [] close(String words, String column, UUID id) {
        return seal.closeWords(words, column, id);
    }

    private Comment comment(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String written = seal.open(row.getBytes("written"), WRITTEN, id), proposed = seal.open(row.getBytes("proposed"), PROPOSED, id), reason = row.getString("reason");
        return new Comment(id, new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getObject("conversation_id", UUID.class), row.getString("title"), row.getString("path"), Topic.valueOf(row.getString("topic")),
                row.getObject("reply_to", UUID.class), CommentState.valueOf(row.getString("state")), written == null ? new Written("", "") : Written.of(written), row.getInt("revision"), row.getBoolean("welsh"), row.getBoolean("may_quote"),
                flags(row.getArray("flags")), row.getBoolean("is_hard"), row.getBoolean("is_spam"), row.getObject("resident_id") != null, Times.instant(row, "written_at"), Times.instant(row, "due_at"), worker(row, "taken_by"),
                Times.instantOrNull(row, "taken_until"), worker(row, "first_by"), proposed == null ? null : Written.of(proposed), worker(row, "decided_by"), Times.instantOrNull(row, "decided_at"), reason == null ? null : Reason.valueOf(reason),
                seal.openWords(row.getBytes("answer"), ANSWER, id), row.getBoolean("wants_gone"));
    }

    private static Set<Flag> flags(Array array) throws SQLException {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (String name : (String[]) array.getArray()) flags.add(Flag.valueOf(name));
        return flags;
    }

    private static @Nullable WorkerId worker(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new WorkerId(id);
    }
}
