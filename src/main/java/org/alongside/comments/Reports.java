package org.alongside.comments;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say is wrong with a comment. Who said it is not known. */
@Service
public class Reports {
    static final String REPORTED = "comment-reported";
    private static final String WORDS = "comments.report.words";
    private static final int MOST = 200;
    private final PublishedComments published;
    private final CommentRows rows;
    private final ActingTransaction acting;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Reports(PublishedComments published, CommentRows rows, ActingTransaction acting, AuditTrail audit, Jobs jobs, JdbcClient sql, Seal seal, Clock clock) {
        this.published = published;
        this.rows = rows;
        this.acting = acting;
        this.audit = audit;
        this.jobs = jobs;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    public enum Why {
        POINTS("Somebody could be recognised by it", true),
        DANGER("Somebody is in danger", true),
        HURTS("It hurts or blames", false),
        SPAM("It sells something", false),
        OTHER("Something else", false);

        private final String words;
        private final boolean actsAtOnce;

        Why(String words, boolean actsAtOnce) {
            this.words = words;
            this.actsAtOnce = actsAtOnce;
        }

        public String words() {
            return words;
        }

        public String key() {
            return "comments.why." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Says that this comment should not stand there. NotFound for one that the public does not see. */
    public void report(UUID comment, Why why, String words) {
        PublishedComments.Place place = published.place(comment).orElseThrow(() -> new NotFound("comment", comment));
        OrganisationId organisation = published.conversation(place.conversation()).orElseThrow(() -> new NotFound("comment", comment)).organisation();
        UUID id = UUID.randomUUID();
        acting.as(new Actor.Public(), () -> {
            sql.sql("insert into comments.report (id, organisation_id, comment_id, reason, words, reported_at) values (:id, :organisation, :comment, :why, :words, :now)").param("id", id).param("organisation", organisation.id()).param("comment", comment)
                    .param("why", why.name()).param("words", seal.closeWords(Plain.of(words), WORDS, id)).param("now", Times.at(clock.instant())).update();
            jobs.ask(REPORTED, organisation, id, clock.instant());
        });
    }

    /** For the job. Safety: what may lead to somebody, or shows danger, is taken from view until somebody has looked; once a moderator has said that it stays, such a word alone does not take it away again. */
    void act(UUID report) {
        record Found(UUID commentId, Why reason) {}
        Found found = sql.sql("select comment_id, reason from comments.report where id = :id").param("id", report).query(Found.class).optional().orElse(null);
        if (found == null || !found.reason.actsAtOnce) return;
        if (!sql.sql("select 1 from comments.report where comment_id = :comment and outcome = 'STAYS' limit 1").param("comment", found.commentId).query(Integer.class).list().isEmpty()) return;
        sql.sql("update comments.comment set state = 'HELD', reason = 'REPORTED', decided_by = null, first_by = null, proposed = null, told_at = null where id = :id and state = 'PUBLISHED'").param("id", found.commentId).update();
        sql.sql("select organisation_id from comments.comment where id = :id").param("id", found.commentId).query(UUID.class).optional().ifPresent(its -> jobs.ask(Comments.ARRIVED, new OrganisationId(its), found.commentId, clock.instant()));
    }

    /** @param about what it says it of; null when that is not there any more */
    public record Report(UUID id, @Nullable Comment about, Why why, String words, OffsetDateTime at) {}

    /** What nobody has settled, the oldest first. */
    @Transactional(readOnly = true)
    public List<Report> open(Actor.Worker me) {
        me.mustBe(Moderation.ROLES);
        record Row(UUID id, UUID commentId, Why reason, byte @Nullable [] words, OffsetDateTime reportedAt) {}
        List<Row> open = sql.sql("select id, comment_id, reason, words, reported_at from comments.report where settled_at is null order by reported_at, id limit :most").param("most", MOST).query(Row.class).list();
        if (open.isEmpty()) return List.of();
        Map<UUID, Comment> about = rows.list("where c.id in (:ids)", Map.of("ids", open.stream().map(Row::commentId).distinct().toList())).stream().collect(Collectors.toMap(Comment::id, one -> one));
        return open.stream().map(row -> new Report(row.id, about.get(row.commentId), row.reason, seal.openWords(row.words, WORDS, row.id), row.reportedAt)).toList();
    }

    /** It may stay as it is. */
    @Transactional
    public void leaveAs(UUID report, Actor.Worker me) {
        me.mustBe(Moderation.ROLES);
        int settled = sql.sql("update comments.report set settled_by = :me, settled_at = :now, outcome = 'STAYS' where id = :id and settled_at is null").param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", report).update();
        if (settled == 0) throw new NotFound("comment report", report);
        audit.changed("comment report", report, "settled");
    }

    /** In the transaction of whoever decided about the comment. */
    void settle(UUID comment, boolean stays, Actor.Worker me) {
        sql.sql("update comments.report set settled_by = :me, settled_at = :now, outcome = :outcome where comment_id = :comment and settled_at is null").param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("outcome", stays ? "STAYS" : "GONE")
                .param("comment", comment).update();
    }
}
