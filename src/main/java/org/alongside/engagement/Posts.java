package org.alongside.engagement;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.comments.Conversations;
import org.alongside.files.FileType;
import org.alongside.helpline.Topic;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts, as those see them who write them. Each verb finds nothing for anybody else. */
@Service
@Transactional
public class Posts {
    public static final Role[] WRITE = {Role.MODERATOR, Role.MANAGER};
    /** How far ahead a post may be planned. */
    public static final Duration FURTHEST = Duration.ofDays(366);
    public static final int MOST_RESOURCES = 20;
    static final String JOB = "engagement";
    private static final String FACTS = """
            select p.*, i.id as picture_id, i.type as picture_type, i.width, i.height, i.alt,
                   (select array_agg(array[r.id::text, r.title, r.address, r.about] order by r.added_at, r.id) from engagement.resource r where r.post_id = p.id) as resources
              from engagement.post p left join engagement.picture i on i.post_id = p.id
            """;
    private final Conversations conversations;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final Clock clock;

    Posts(Conversations conversations, AuditTrail audit, Jobs jobs, JdbcClient sql, Clock clock) {
        this.conversations = conversations;
        this.audit = audit;
        this.jobs = jobs;
        this.sql = sql;
        this.clock = clock;
    }

    /** Those of the acting organisation, the last written first. */
    @Transactional(readOnly = true)
    public List<Post> all(Actor.Worker me) {
        me.mustBe(WRITE);
        return read("where p.organisation_id = access.organisation() order by p.made_at desc, p.number desc limit 200");
    }

    /** NotFound for one that is not there for whoever asks. */
    @Transactional(readOnly = true)
    public Post one(UUID id, Actor.Worker me) {
        me.mustBe(WRITE);
        return one(id);
    }

    private Post one(UUID id) {
        return sql.sql(FACTS + "where p.id = :id").param("id", id).query(Posts::post).optional().orElseThrow(() -> new NotFound("post", id));
    }

    List<Post> read(String which) {
        return sql.sql(FACTS + which).query(Posts::post).list();
    }

    /** Nobody else reads it yet. @param id made with the form, so that a second press finds the first */
    public void write(UUID id, Post.Written written, Actor.Worker me) {
        me.mustBe(WRITE);
        fit(written);
        int begun = params("""
                insert into engagement.post (id, category, topic, language, campaign_id, author, title, lead, words, question, takes_comments, closes_on, made_at)
                values (:id, :category, :topic, :language, :campaign, :author, :title, :lead, :words, :question, :comments, :closes, :now) on conflict (id) do nothing
                """, id, written).param("now", Times.at(now())).update();
        if (begun > 0) audit.changed("post", id, "written");
    }

    /** @param version as it was read; RuleBroken when somebody else saved meanwhile, and when everybody reads it and something of it would be missing */
    public void change(UUID id, int version, Post.Written written, Actor.Worker me) {
        Post before = held(id, me);
        // A second press.
        if (before.version() == version + 1 && before.written().equals(written)) return;
        fit(written);
        if (before.state() == State.PUBLISHED || before.state() == State.SCHEDULED) mustBeWhole(written);
        int saved = params("""
                update engagement.post set category = :category, topic = :topic, language = :language, campaign_id = :campaign, author = :author, title = :title, lead = :lead, words = :words, question = :question, takes_comments = :comments, closes_on = :closes,
                       updated_at = case when state = 'PUBLISHED' then :now else updated_at end, version = version + 1, changes = changes + 1 where id = :id and version = :version
                """, id, written).param("version", version).param("now", Times.at(now())).update();
        if (saved == 0) throw meanwhile();
        audit.changed("post", id, "changed");
        converse(one(id), before);
    }

    /** Everybody reads it from now on. RuleBroken while something of it is missing. */
    public void publish(UUID id, Actor.Worker me) {
        publish(id, now(), me);
    }

    void publish(UUID id, Instant at, Actor.Worker me) {
        Post post = held(id, me);
        if (post.state() == State.PUBLISHED) return;
        post.state().to(State.PUBLISHED);
        mustBeReady(post, at);
        sql.sql("update engagement.post set state = 'PUBLISHED', publish_at = :at, updated_at = :at, showing_id = null, changes = changes + 1 where id = :id").param("at", Times.at(at)).param("id", id).update();
        audit.changed("post", id, "published");
        converse(one(id), post);
    }

    /** Everybody reads it from then on. RuleBroken for a time that is past or too far ahead, and while something of it is missing. */
    public void schedule(UUID id, Instant at, Actor.Worker me) {
        Post post = held(id, me);
        if (post.state() != State.SCHEDULED) post.state().to(State.SCHEDULED);
        if (!at.isAfter(now()) || at.isAfter(now().plus(FURTHEST))) throw new RuleBroken("engagement.time", "Enter a time to come, within a year.");
        mustBeReady(post, at);
        UUID showing = UUID.randomUUID();
        sql.sql("update engagement.post set state = 'SCHEDULED', publish_at = :at, showing_id = :showing, changes = changes + 1 where id = :id").param("at", Times.at(at)).param("showing", showing).param("id", id).update();
        jobs.ask(JOB, me.organisation(), showing, at);
        audit.changed("post", id, "scheduled");
    }

    /** A draft again: what was planned is not done. What was taken down can be put right so. */
    public void takeBack(UUID id, Actor.Worker me) {
        move(id, State.DRAFT, "taken back to draft", me);
    }

    /** Nobody else reads it any more, nor what was said under it. */
    public void withdraw(UUID id, Actor.Worker me) {
        Post post = move(id, State.WITHDRAWN, "taken down", me);
        if (post.state() == State.PUBLISHED) converse(one(id), post);
    }

    private Post move(UUID id, State to, String verb, Actor.Worker me) {
        Post post = held(id, me);
        if (post.state() == to) return post;
        post.state().to(to);
        sql.sql("update engagement.post set state = :to, publish_at = null, showing_id = null, changes = changes + 1 where id = :id").param("to", to.name()).param("id", id).update();
        audit.changed("post", id, verb);
        return post;
    }

    /** Its time has come. As the job "engagement" of its organisation. @return when to look again, where it is early; empty when it is done, or somebody planned something else meanwhile */
    Optional<Instant> show(UUID showing) {
        Post post = sql.sql(FACTS + "where p.showing_id = :showing and p.state = 'SCHEDULED'").param("showing", showing).query(Posts::post).optional().orElse(null);
        if (post == null || post.publishAt() == null) return Optional.empty();
        // Safety: shown at its time and not before, by the clock of the house.
        if (post.publishAt().isAfter(now())) return Optional.of(post.publishAt());
        int shown = sql.sql("update engagement.post set state = 'PUBLISHED', updated_at = publish_at, showing_id = null, changes = changes + 1 where id = :id and showing_id = :showing").param("id", post.id()).param("showing", showing).update();
        if (shown > 0) {
            audit.changed("post", post.id(), "published");
            converse(one(post.id()), post);
        }
        return Optional.empty();
    }

    /** What came of it. @param version as it was read; RuleBroken when somebody else saved meanwhile, and before anybody could answer */
    public void tell(UUID id, int version, String heard, String did, Actor.Worker me) {
        Post post = held(id, me);
        if (isTold(post.told(), post.version() - 1, version, heard, did)) return;
        if (post.state() != State.PUBLISHED) throw new RuleBroken("engagement.unheard", "Nobody has read this yet, so nothing can have come of it.");
        int saved = sql.sql("update engagement.post set heard = :heard, did = :did, told_on = coalesce(told_on, :today), updated_at = :now, version = version + 1, changes = changes + 1 where id = :id and version = :version")
                .param("heard", heard).param("did", did).param("today", Times.day(now())).param("now", Times.at(now())).param("id", id).param("version", version).update();
        if (saved == 0) throw meanwhile();
        audit.changed("post", id, "told what came of it");
    }

    /** Whether this was told with the press before. */
    static boolean isTold(@Nullable Told told, int before, int version, String heard, String did) {
        return told != null && before == version && told.heard().equals(heard) && told.did().equals(did);
    }

    /** @param once made with the form, so that a second press finds the first */
    public void add(UUID id, UUID once, String title, String address, String about, Actor.Worker me) {
        Post post = held(id, me);
        if (post.resources().stream().anyMatch(one -> one.id().equals(once))) return;
        if (post.resources().size() >= MOST_RESOURCES) throw new RuleBroken("engagement.many", "Twenty are enough: nobody reads more.");
        sql.sql("insert into engagement.resource (id, post_id, title, address, about, added_at) values (:once, :id, :title, :address, :about, :now)").param("once", once).param("id", id).param("title", title).param("address", address).param("about", about).param("now", Times.at(now())).update();
        touch(id);
        audit.changed("post", id, "resource added");
    }

    public void remove(UUID id, UUID resource, Actor.Worker me) {
        held(id, me);
        if (sql.sql("delete from engagement.resource where id = :resource and post_id = :id").param("resource", resource).param("id", id).update() == 0) return;
        touch(id);
        audit.changed("post", id, "resource removed");
    }

    /** Whoever remembers it looks again. */
    void touch(UUID id) {
        sql.sql("update engagement.post set changes = changes + 1 where id = :id").param("id", id).update();
    }

    /** For a change. The row is held until the transaction ends, so that two who act at once come one after the other. */
    Post held(UUID id, Actor.Worker me) {
        me.mustBe(WRITE);
        sql.sql("select 1 from engagement.post where id = :id for update").param("id", id).query(Integer.class).optional().orElseThrow(() -> new NotFound("post", id));
        return one(id);
    }

    /** What is talked about under it follows it. */
    private void converse(Post post, Post before) {
        if (post.state() != State.PUBLISHED && before.state() != State.PUBLISHED) return;
        if (post.written().takesComments() || before.written().takesComments()) conversations.keep(post.conversation(now()));
    }

    private void mustBeReady(Post post, Instant at) {
        mustBeWhole(post.written());
        if (post.written().takesComments()) conversations.mustBeRead(post.organisation());
        Instant closes = post.closesAt();
        if (closes != null && !closes.isAfter(now())) throw new RuleBroken("engagement.over", "Its last day is past. Put that right first.");
        if (closes != null && !closes.isAfter(at)) throw new RuleBroken("engagement.over", "It would end before it is shown. Put its last day right first.");
    }

    private static void mustBeWhole(Post.Written written) {
        if (!written.isWhole()) throw new RuleBroken("engagement.unfinished", "Write its first lines and its words before anybody reads it.");
    }

    private void fit(Post.Written written) {
        if (written.campaign() != null && sql.sql("select 1 from engagement.campaign where id = :id").param("id", written.campaign()).query(Integer.class).list().isEmpty()) throw new NotFound("campaign", written.campaign());
    }

    static RuleBroken meanwhile() {
        return new RuleBroken("engagement.meanwhile", "Somebody else saved this meanwhile. What you wrote is still here: open the page again beside it, and put the two together.");
    }

    private JdbcClient.StatementSpec params(String words, UUID id, Post.Written written) {
        return sql.sql(words).param("id", id).param("category", written.category().name()).param("topic", written.topic().name()).param("language", written.language().name()).param("campaign", written.campaign(), Types.OTHER)
                .param("author", written.author()).param("title", written.title()).param("lead", written.lead()).param("words", written.words()).param("question", written.question()).param("comments", written.takesComments()).param("closes", written.closesOn(), Types.DATE);
    }

    private Instant now() {
        return clock.instant();
    }

    static @Nullable Told told(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("told_on", LocalDate.class);
        return on == null ? null : new Told(row.getString("heard"), row.getString("did"), on);
    }

    private static Post post(ResultSet row, int number) throws SQLException {
        UUID picture = row.getObject("picture_id", UUID.class);
        String poll = row.getString("poll_hash");
        return new Post(row.getObject("id", UUID.class), row.getInt("number"), new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new Post.Written(Category.valueOf(row.getString("category")), Topic.valueOf(row.getString("topic")), Language.valueOf(row.getString("language")), row.getObject("campaign_id", UUID.class), row.getString("author"), row.getString("title"), row.getString("lead"), row.getString("words"),
                        row.getString("question"), row.getBoolean("takes_comments"), row.getObject("closes_on", LocalDate.class)),
                State.valueOf(row.getString("state")), Times.instantOrNull(row, "publish_at"), Times.instantOrNull(row, "updated_at"), told(row), poll == null ? null : new Post.Poll(poll, row.getBoolean("poll_seen")),
                picture == null ? null : new Picture(picture, FileType.valueOf(row.getString("picture_type")), row.getInt("width"), row.getInt("height"), row.getString("alt")), resources(row.getArray("resources")), row.getInt("version"));
    }

    private static List<Resource> resources(@Nullable Array rows) throws SQLException {
        return rows == null ? List.of() : Stream.of((String[][]) rows.getArray()).map(one -> new Resource(UUID.fromString(one[0]), one[1], one[2], one[3])).toList();
    }
}
