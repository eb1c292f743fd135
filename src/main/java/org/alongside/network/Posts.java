package org.alongside.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.files.Detail;
import org.alongside.files.FileType;
import org.alongside.files.ForOthers;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members write for each other. Each verb finds nothing for whoever is no member. */
@Service
@Transactional
public class Posts {
    /** Bytes, as it comes. */
    public static final int LARGEST = 10 * 1024 * 1024;
    /** A page of a list. */
    public static final int PAGE = 50;
    private static final int MOST = 200;
    private static final String CONTENT = "network.file.content";
    static final String FACTS = """
            select p.*, c.name, c.does, c.organisation_name, f.type, f.size, f.marks,
                   (select count(*) from network.post a where a.question_id = p.id and a.standing = 'PUBLISHED') as answers
              from network.post p left join network.practitioner c on c.worker_id = p.author_id left join network.file f on f.post_id = p.id
            """;
    private final Members members;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Posts(Members members, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.members = members;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** A file as it came. @param name asked only which program packed it; not kept */
    public record NewFile(byte[] content, String name) {}

    /** Writes something down; nobody reads it before a moderator has. @param id made with the form, so that a second press finds the first @param question for an answer only @param file for a resource only */
    public void write(UUID id, PostKind kind, @Nullable UUID question, Post.Words words, @Nullable NewFile file, Actor.Worker me) {
        members.mustBeIn(me);
        Post asked = question == null ? null : one(question, me);
        if (asked != null && (asked.kind() != PostKind.QUESTION || asked.standing() != Standing.PUBLISHED)) throw new RuleBroken("network.no-question", "This question takes no answers any more.");
        fit(kind, words, file);
        int written = sql.sql("""
                insert into network.post (id, kind, question_id, subject, title, words, link, last_day, standing, written_at) values (:id, :kind, :question, :subject, :title, :words, :link, :lastDay, 'HELD', :now) on conflict (id) do nothing
                """).param("id", id).param("kind", kind.name()).param("question", question).param("subject", words.subject().name()).param("title", kind == PostKind.ANSWER ? null : words.title()).param("words", words.words())
                .param("link", words.link().isEmpty() ? null : words.link()).param("lastDay", words.lastDay()).param("now", Times.at(now())).update();
        if (written == 0) return;
        if (file != null) keep(id, file);
        audit.changed("network post", id, "written");
    }

    /** What came back is put right and sent again. RuleBroken when it did not come back. @param file in place of the one there is; null to keep that */
    public void sendAgain(UUID id, Post.Words words, @Nullable NewFile file, Actor.Worker me) {
        Post post = own(id, me);
        if (post.standing() == Standing.HELD) throw new RuleBroken("network.held", "A moderator has not looked at it yet. Take it back, or wait.");
        post.standing().to(Standing.HELD);
        fit(post.kind(), words, file);
        sql.sql("update network.post set standing = 'HELD', subject = :subject, title = :title, words = :words, link = :link, last_day = :lastDay, written_at = :now, decided_by = null where id = :id")
                .param("subject", words.subject().name()).param("title", post.kind() == PostKind.ANSWER ? null : words.title()).param("words", words.words()).param("link", words.link().isEmpty() ? null : words.link()).param("lastDay", words.lastDay())
                .param("now", Times.at(now())).param("id", id).update();
        if (file != null) {
            sql.sql("delete from network.file where post_id = :id").param("id", id).update();
            keep(id, file);
        }
        audit.changed("network post", id, "sent again");
    }

    /** One takes one's own words back; they are gone for good. Answers to a question stay. */
    public void withdraw(UUID id, Actor.Worker me) {
        Post post = own(id, me);
        if (post.standing() == Standing.WITHDRAWN) return;
        post.standing().to(Standing.WITHDRAWN);
        sql.sql("delete from network.file where post_id = :id").param("id", id).update();
        sql.sql("update network.post set standing = 'WITHDRAWN', title = null, words = null, link = null, reason = '' where id = :id").param("id", id).update();
        audit.changed("network post", id, "taken back");
    }

    /** Where a page of a list goes on. */
    public record Mark(Instant at, UUID id) {}

    /** What one looks for. @param subject null for all @param words blank for all @param after null for the newest */
    public record Find(Listed listed, @Nullable Subject subject, String words, @Nullable Mark after) {}

    /** What is shown, the newest first, one more than a page. A question is found by the words of its answers, too. */
    @Transactional(readOnly = true)
    public List<Post> find(Find find, Actor.Worker me) {
        members.mustBeIn(me);
        PostKind kind = find.listed().kind();
        return sql.sql(FACTS + """
                 where p.standing = 'PUBLISHED' and p.kind <> 'ANSWER' and (p.last_day is null or p.last_day >= :today) and (:kind::text is null or p.kind = :kind::text) and (:subject::text is null or p.subject = :subject::text)
                   and (not :unanswered or not exists (select from network.post a where a.question_id = p.id and a.standing = 'PUBLISHED'))
                   and (:words = '' or to_tsvector('english', p.title || ' ' || p.words) @@ websearch_to_tsquery('english', :words)
                        or exists (select from network.post a where a.question_id = p.id and a.standing = 'PUBLISHED' and to_tsvector('english', a.words) @@ websearch_to_tsquery('english', :words)))
                   and (:at::timestamptz is null or (p.published_at, p.id) < (:at::timestamptz, :after::uuid))
                 order by p.published_at desc, p.id desc limit :most
                """).param("today", members.today()).param("kind", kind == null ? null : kind.name()).param("subject", find.subject() == null ? null : find.subject().name()).param("unanswered", find.listed() == Listed.UNANSWERED).param("words", find.words().strip())
                .param("at", find.after() == null ? null : Times.at(find.after().at())).param("after", find.after() == null ? null : find.after().id()).param("most", PAGE + 1).query(Posts::post).list();
    }

    /** One's own, however they stand, the newest first; not what was taken back. */
    @Transactional(readOnly = true)
    public List<Post> own(Actor.Worker me) {
        members.mustBeIn(me);
        return sql.sql(FACTS + "where p.author_id = :me and p.standing <> 'WITHDRAWN' order by p.written_at desc, p.id limit :most").param("me", me.worker().id()).param("most", MOST).query(Posts::post).list();
    }

    /** NotFound for what is not there for whoever asks: to members what is shown, to authors and moderators more. */
    @Transactional(readOnly = true)
    public Post one(UUID id, Actor.Worker me) {
        members.mustBeIn(me);
        return sql.sql(FACTS + "where p.id = :id").param("id", id).query(Posts::post).optional().orElseThrow(() -> new NotFound("network post", id));
    }

    /** The answers to a question, the oldest first: those shown, and one's own. */
    @Transactional(readOnly = true)
    public List<Post> answers(UUID question, Actor.Worker me) {
        members.mustBeIn(me);
        return sql.sql(FACTS + "where p.question_id = :question and (p.standing = 'PUBLISHED' or p.author_id = :me and p.standing <> 'WITHDRAWN') order by p.written_at, p.id limit :most").param("question", question).param("me", me.worker().id()).param("most", MOST).query(Posts::post).list();
    }

    /** A file to be saved. */
    public record Content(FileType type, byte[] bytes) {}

    @Transactional(readOnly = true)
    public Content file(UUID id, Actor.Worker me) {
        members.mustBeIn(me);
        return sql.sql("select type, content from network.file where post_id = :id").param("id", id).query((row, number) -> new Content(FileType.valueOf(row.getString("type")), seal.openBytes(row.getBytes("content"), CONTENT + "/" + id))).optional()
                .orElseThrow(() -> new NotFound("network post", id));
    }

    public static RuleBroken tooLarge() {
        return new RuleBroken("network.large", "This file is larger than 10 MB. A photo can be made smaller, a long PDF be split.");
    }

    private void fit(PostKind kind, Post.Words words, @Nullable NewFile file) {
        if ((words.lastDay() != null) != (kind == PostKind.NOTICE)) throw new RuleBroken("network.last-day", "A notice has a last day, and nothing else has.");
        if (words.lastDay() != null && words.lastDay().isBefore(members.today())) throw new RuleBroken("network.past", "Enter today or a day to come.");
        if (file != null && kind != PostKind.RESOURCE) throw new RuleBroken("network.file", "Only a resource has a file.");
    }

    private void keep(UUID id, NewFile file) {
        if (file.content().length > LARGEST) throw tooLarge();
        FileType type = ForOthers.kind(file.content(), file.name());
        String marks = Detail.words(Detail.in(type, file.content()));
        byte[] content = ForOthers.copy(type, file.content());
        sql.sql("insert into network.file (post_id, type, size, marks, content, added_at) values (:id, :type, :size, :marks, :content, :now)").param("id", id).param("type", type.name()).param("size", content.length).param("marks", marks)
                .param("content", seal.closeBytes(content, CONTENT + "/" + id)).param("now", Times.at(now())).update();
    }

    /** One's own, for a change. The row is held until the transaction ends, so that a moderator who decides meanwhile comes before or after. */
    private Post own(UUID id, Actor.Worker me) {
        sql.sql("select 1 from network.post where id = :id and author_id = :me for update").param("id", id).param("me", me.worker().id()).query(Integer.class).optional().orElseThrow(() -> new NotFound("network post", id));
        return one(id, me);
    }

    private Instant now() {
        return clock.instant();
    }

    static Post post(ResultSet row, int number) throws SQLException {
        String name = row.getString("name"), type = row.getString("type");
        return new Post(row.getObject("id", UUID.class), PostKind.valueOf(row.getString("kind")), row.getObject("question_id", UUID.class), Subject.valueOf(row.getString("subject")), Members.words(row, "title"), Members.words(row, "words"), Members.words(row, "link"),
                row.getObject("last_day", LocalDate.class), Standing.valueOf(row.getString("standing")), row.getString("reason"), new WorkerId(row.getObject("author_id", UUID.class)), name == null ? null : new Post.By(name, row.getString("does"), row.getString("organisation_name")),
                Times.instant(row, "written_at"), Times.instantOrNull(row, "published_at"), type == null ? null : new Post.HeldFile(FileType.valueOf(type), row.getInt("size"), row.getString("marks")), row.getInt("answers"));
    }
}
