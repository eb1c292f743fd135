package org.alongside.network;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads before anything shows, and hears when something should not stand there. For moderators who are members, of any organisation; never about their own words. */
@Service
@Transactional
public class Moderation {
    private static final int MOST = 200;
    private final Members members;
    private final Posts posts;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Moderation(Members members, Posts posts, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.members = members;
        this.posts = posts;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** What waits, who waits longest first; or what is hidden, the latest first. Never one's own. */
    @Transactional(readOnly = true)
    public List<Post> of(Standing standing, Actor.Worker me) {
        mustModerate(me);
        return sql.sql(Posts.FACTS + "where p.standing = :standing and p.author_id <> :me order by case when p.standing = 'HELD' then p.written_at end, p.decided_at desc, p.id limit :most").param("standing", standing.name()).param("me", me.worker().id()).param("most", MOST).query(Posts::post).list();
    }

    /** It is shown from now on; also what was hidden by mistake. */
    public void publish(UUID id, Actor.Worker me) {
        decide(id, Standing.PUBLISHED, "", me);
    }

    /** It goes back to whoever wrote it. @param reason the author reads it */
    public void giveBack(UUID id, String reason, Actor.Worker me) {
        decide(id, Standing.RETURNED, reason, me);
    }

    /** It is shown no more, and whatever members said of it is settled. @param reason the author reads it */
    public void hide(UUID id, String reason, Actor.Worker me) {
        decide(id, Standing.HIDDEN, reason, me);
        sql.sql("update network.objection set settled_by = :me, settled_at = :now, outcome = 'HIDDEN' where post_id = :id and settled_at is null").param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
    }

    private void decide(UUID id, Standing next, String reason, Actor.Worker me) {
        mustModerate(me);
        sql.sql("select 1 from network.post where id = :id for update").param("id", id).query(Integer.class).list();
        Post post = posts.one(id, me);
        // Safety: a second pair of eyes is what moderation is. The database refuses it, too.
        if (post.isBy(me.worker())) throw new RuleBroken("network.own-words", "These are your own words. Another moderator decides.");
        post.standing().to(next);
        sql.sql("update network.post set standing = :next, reason = :reason, decided_by = :me, decided_at = :now, published_at = case when :next = 'PUBLISHED' then coalesce(published_at, :now) else published_at end where id = :id")
                .param("next", next.name()).param("reason", reason).param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
        audit.changed("network post", id, next.name().toLowerCase(Locale.ROOT));
    }

    /** A member says that something should not stand there. A second time, while nobody has looked, changes nothing. @param id made with the form */
    public void object(UUID id, UUID post, String reason, Actor.Worker me) {
        if (posts.one(post, me).standing() != Standing.PUBLISHED) throw new NotFound("network post", post);
        if (!sql.sql("select 1 from network.objection where post_id = :post and raised_by = :me and settled_at is null").param("post", post).param("me", me.worker().id()).query(Integer.class).list().isEmpty()) return;
        try {
            int said = sql.sql("insert into network.objection (id, post_id, reason, raised_at) values (:id, :post, :reason, :now) on conflict (id) do nothing").param("id", id).param("post", post).param("reason", reason).param("now", Times.at(clock.instant())).update();
            if (said > 0) audit.changed("network post", post, "objected to");
        } catch (DuplicateKeyException meanwhile) {
            throw new RuleBroken("network.objected", "You have told the moderators already.");
        }
    }

    /** @param post what it is about; null when it is not there any more */
    public record Objection(UUID id, @Nullable Post post, String reason, Instant at) {}

    /** What nobody has settled, the oldest first. Who said it is not told. */
    @Transactional(readOnly = true)
    public List<Objection> objections(Actor.Worker me) {
        mustModerate(me);
        record Row(UUID id, UUID postId, String reason, OffsetDateTime raisedAt) {}
        List<Row> open = sql.sql("select id, post_id, reason, raised_at from network.objection r where settled_at is null and not network.is_mine(post_id) order by raised_at, id limit :most").param("most", MOST).query(Row.class).list();
        List<Post> about = open.isEmpty() ? List.of() : sql.sql(Posts.FACTS + "where p.id in (:ids)").param("ids", open.stream().map(Row::postId).distinct().toList()).query(Posts::post).list();
        return open.stream().map(row -> new Objection(row.id, about.stream().filter(post -> post.id().equals(row.postId)).findFirst().orElse(null), row.reason, row.raisedAt.toInstant())).toList();
    }

    /** It may stay as it is. */
    public void leaveAs(UUID objection, Actor.Worker me) {
        mustModerate(me);
        int settled = sql.sql("update network.objection set settled_by = :me, settled_at = :now, outcome = 'STAYS' where id = :id and settled_at is null").param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", objection).update();
        if (settled == 0) throw new NotFound("network objection", objection);
        audit.changed("network objection", objection, "settled");
    }

    private void mustModerate(Actor.Worker me) {
        me.mustBe(Role.MODERATOR);
        members.mustBeIn(me);
    }
}
