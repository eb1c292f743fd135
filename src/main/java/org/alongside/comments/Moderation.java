package org.alongside.comments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.directory.Places;
import org.alongside.residents.Residents;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads before anything shows: one comment at a time, nobody the same one as somebody else, what is hard shared out and looked at by two. */
@Service
@Transactional
public class Moderation {
    public static final Role[] ROLES = {Role.MODERATOR, Role.MANAGER};
    /** How long one has for a comment before it goes to somebody else. */
    static final Duration READS = Duration.ofMinutes(20);
    private static final int MOST = 100;
    private final CommentRows rows;
    private final Reports reports;
    private final PublishedComments published;
    private final Residents residents;
    private final Places places;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final Clock clock;

    Moderation(CommentRows rows, Reports reports, PublishedComments published, Residents residents, Places places, AuditTrail audit, Jobs jobs, JdbcClient sql, Clock clock) {
        this.rows = rows;
        this.reports = reports;
        this.published = published;
        this.residents = residents;
        this.places = places;
        this.audit = audit;
        this.jobs = jobs;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What there is to do.
     *
     * @param waiting comments one may take @param hard of those, {@code second} wait for a second look, {@code notForMe} hold what one would rather not read, or more than is good for a day @param spam looks sent by a machine
     * @param overdue waits longer than was promised @param oldest since when the oldest waits; null for none
     */
    public record Lanes(int waiting, int hard, int second, int notForMe, int spam, int overdue, int reports, int leads, @Nullable OffsetDateTime oldest, boolean isEnoughForToday) {}

    /** What a moderator would rather not read, and how much that is hard they read today. @param all whether all words are covered at first, not only hard ones */
    public record Wishes(Set<Flag> without, boolean coversAll, int hardToday) {
        static final Wishes NONE = new Wishes(Set.of(), false, 0);
    }

    @Transactional(readOnly = true)
    public Lanes lanes(Actor.Worker me) {
        me.mustBe(ROLES);
        Wishes wishes = wishes(me);
        return sql.sql("""
                select count(*) filter (where free and not is_spam and not unwanted)::int, count(*) filter (where free and not is_spam and not unwanted and is_hard)::int, count(*) filter (where free and not is_spam and not unwanted and first_by is not null)::int,
                       count(*) filter (where free and not is_spam and unwanted)::int, count(*) filter (where free and is_spam)::int, count(*) filter (where not is_spam and due_at <= :now)::int, min(written_at) filter (where not is_spam),
                       (select count(*) from comments.report where settled_at is null)::int as reports
                  from (select c.*, c.first_by is distinct from :me and (c.taken_by is null or c.taken_by = :me or c.taken_until <= :now) as free, c.flags && :without::text[] or c.is_hard and :enough as unwanted from comments.comment c where c.state = 'HELD') c
                """).param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("without", names(wishes.without)).param("enough", isEnough(wishes, me))
                .query((row, number) -> new Lanes(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6), row.getInt("reports"), 0, row.getObject(7, OffsetDateTime.class), isEnough(wishes, me))).single();
    }

    private boolean isEnough(Wishes wishes, Actor.Worker me) {
        return wishes.hardToday >= published.care(me.organisation()).hardADay();
    }

    @Transactional(readOnly = true)
    public Wishes wishes(Actor.Worker me) {
        me.mustBe(ROLES);
        LocalDate today = Times.day(clock.instant());
        return sql.sql("select without, covers_all, hard_on, hard_read from comments.moderator where worker_id = :me").param("me", me.worker().id()).query((row, number) -> {
            Set<Flag> without = EnumSet.noneOf(Flag.class);
            for (String name : (String[]) row.getArray("without").getArray()) without.add(Flag.valueOf(name));
            return new Wishes(without, row.getBoolean("covers_all"), today.equals(row.getObject("hard_on", LocalDate.class)) ? row.getInt("hard_read") : 0);
        }).optional().orElse(Wishes.NONE);
    }

    /** Nobody asks why. */
    public void wish(Set<Flag> without, boolean coversAll, Actor.Worker me) {
        me.mustBe(ROLES);
        sql.sql("insert into comments.moderator (without, covers_all) values (:without, :covers) on conflict (worker_id) do update set without = excluded.without, covers_all = excluded.covers_all").param("without", names(without)).param("covers", coversAll).update();
    }

    private static String[] names(Collection<Flag> flags) {
        return flags.stream().map(Flag::name).toArray(String[]::new);
    }

    /** The next one to read, for this worker alone for a while; the one they have already, if they have one. @param spam from among what looks sent by a machine */
    public Optional<UUID> next(boolean spam, Actor.Worker me) {
        me.mustBe(ROLES);
        Wishes wishes = wishes(me);
        Instant now = clock.instant();
        Optional<UUID> mine = sql.sql("select id from comments.comment where state = 'HELD' and taken_by = :me and taken_until > :now and is_spam = :spam and first_by is distinct from :me limit 1").param("me", me.worker().id()).param("now", Times.at(now)).param("spam", spam).query(UUID.class).optional();
        if (mine.isPresent()) return mine;
        Optional<UUID> next = sql.sql("""
                select id from comments.comment where state = 'HELD' and is_spam = :spam and first_by is distinct from :me and (taken_by is null or taken_until <= :now) and not (flags && :without::text[]) and not (is_hard and :enough)
                 order by reason is not distinct from 'REPORTED' desc, due_at, written_at, id limit 1 for update skip locked
                """).param("spam", spam).param("me", me.worker().id()).param("now", Times.at(now)).param("without", names(wishes.without)).param("enough", isEnough(wishes, me)).query(UUID.class).optional();
        next.ifPresent(id -> {
            take(id, me);
            if (sql.sql("select is_hard from comments.comment where id = :id").param("id", id).query(Boolean.class).single()) countHard(me);
        });
        return next;
    }

    private void take(UUID id, Actor.Worker me) {
        sql.sql("update comments.comment set taken_by = :me, taken_until = :until where id = :id").param("me", me.worker().id()).param("until", Times.at(clock.instant().plus(READS))).param("id", id).update();
    }

    private void countHard(Actor.Worker me) {
        sql.sql("insert into comments.moderator (hard_on, hard_read) values (:today, 1) on conflict (worker_id) do update set hard_read = case when comments.moderator.hard_on = :today then comments.moderator.hard_read + 1 else 1 end, hard_on = :today")
                .param("today", Times.day(clock.instant())).update();
    }

    /** One gives it back unread or undecided: it goes to somebody else. Where somebody else has it already, nothing happens. */
    public void leave(UUID id, Actor.Worker me) {
        me.mustBe(ROLES);
        sql.sql("update comments.comment set taken_by = null, taken_until = null where id = :id and taken_by = :me").param("id", id).param("me", me.worker().id()).update();
    }

    @Transactional(readOnly = true)
    public Comment one(UUID id, Actor.Worker me) {
        me.mustBe(ROLES);
        return rows.one(id).orElseThrow(() -> new NotFound("comment", id));
    }

    /** The same with what was found in it, marked. */
    @Transactional(readOnly = true)
    public Flagged flagged(String text, Actor.Worker me) {
        me.mustBe(ROLES);
        return Flagged.of(text, sql.sql("select words from comments.word_rule where effect = 'MARK'").query(String.class).list(), places);
    }

    /** Those in this state, the latest decided first. @param conversation null for all */
    @Transactional(readOnly = true)
    public List<Comment> list(CommentState state, @Nullable UUID conversation, Actor.Worker me) {
        me.mustBe(ROLES);
        Map<String, Object> params = new HashMap<>(Map.of("state", state.name(), "most", MOST));
        if (conversation != null) params.put("conversation", conversation);
        return rows.list("where c.state = :state" + (conversation == null ? "" : " and c.conversation_id = :conversation") + " order by coalesce(c.decided_at, c.written_at) desc, c.id limit :most", params);
    }

    /** How it would be shown. @param revision of the words that were looked at @param withName whether the name stays */
    public record Showing(int revision, boolean withName, List<Redaction.Cut> cuts, List<String> phrases, Set<UUID> themes) {}

    /** Shows it, or, where two have to look, notes that the first of them would. @return whether it is shown now */
    public boolean publish(UUID id, Showing how, Actor.Worker me) {
        Comment one = mine(id, how.revision, me);
        Written shown = new Written(how.withName ? one.written().name() : "", Redaction.of(one.written().words(), how.cuts, how.phrases, one.welsh()));
        tag(id, how.themes);
        if (one.isHard() && one.firstBy() == null) {
            // Safety: two people look at what is hard. The database refuses it, too.
            sql.sql("update comments.comment set first_by = :me, proposed = :proposed, taken_by = null, taken_until = null where id = :id").param("me", me.worker().id()).param("proposed", rows.close(shown, CommentRows.PROPOSED, id)).param("id", id).update();
            audit.changed("comment", id, "looked at first");
            return false;
        }
        if (me.worker().equals(one.firstBy())) throw new RuleBroken("comments.second", "You looked at this first. Somebody else looks, too.");
        decide(one, CommentState.PUBLISHED, null, "", me);
        sql.sql("insert into comments.published (comment_id, organisation_id, conversation_id, reply_to, name, words, published_at) values (:id, :organisation, :conversation, :reply, :name, :words, :now)").param("id", id).param("organisation", one.organisation().id())
                .param("conversation", one.conversation()).param("reply", one.replyTo()).param("name", shown.name()).param("words", shown.words()).param("now", Times.at(clock.instant())).update();
        reports.settle(id, true, me);
        return true;
    }

    /** It goes back to whoever wrote it. @param answer what has to change, in words for them */
    public void giveBack(UUID id, int revision, Reason reason, String answer, Actor.Worker me) {
        decide(mine(id, revision, me), CommentState.RETURNED, reason, answer, me);
        reports.settle(id, false, me);
    }

    /** It is not shown, or no more. */
    public void hide(UUID id, int revision, Reason reason, String answer, Actor.Worker me) {
        Comment one = rows.locked(id).filter(its -> its.revision() == revision).orElseThrow(Moderation::changed);
        if (one.state() == CommentState.HELD) one = mine(id, revision, me);
        decide(one, CommentState.HIDDEN, reason, answer, me);
        reports.settle(id, false, me);
    }

    /** What was shown or hidden is looked at once more; meanwhile nobody sees it. */
    public void lookAgain(UUID id, Actor.Worker me) {
        me.mustBe(ROLES);
        Comment one = rows.locked(id).orElseThrow(() -> new NotFound("comment", id));
        one.state().to(CommentState.HELD);
        sql.sql("update comments.comment set state = 'HELD', first_by = null, proposed = null, taken_by = :me, taken_until = :until where id = :id").param("me", me.worker().id()).param("until", Times.at(clock.instant().plus(READS))).param("id", id).update();
        audit.changed("comment", id, "looked at again");
    }

    /** Safety: whoever is worried is believed. From now on only safeguarding leads read it. */
    public void alarm(UUID id, Actor.Worker me) {
        me.mustBe(ROLES);
        Comment one = rows.locked(id).orElseThrow(() -> new NotFound("comment", id));
        decide(one, CommentState.SAFEGUARDING, Reason.WORRIED, "", me);
        jobs.ask(Comments.ARRIVED, one.organisation(), id, clock.instant());
    }

    /** A person wrote it: it waits with the others from now on. */
    public void isNoSpam(UUID id, Actor.Worker me) {
        me.mustBe(ROLES);
        sql.sql("update comments.comment set is_spam = false, told_at = null where id = :id and state = 'HELD'").param("id", id).update();
        audit.changed("comment", id, "no spam");
    }

    /** More than the rules found is hard in it: a second person looks, too. */
    public void isHard(UUID id, Actor.Worker me) {
        me.mustBe(ROLES);
        sql.sql("update comments.comment set is_hard = true where id = :id and state = 'HELD'").param("id", id).update();
        audit.changed("comment", id, "hard");
    }

    private Comment mine(UUID id, int revision, Actor.Worker me) {
        me.mustBe(ROLES);
        Comment one = rows.locked(id).orElseThrow(() -> new NotFound("comment", id));
        if (one.revision() != revision) throw changed();
        if (one.isTaken(me.worker(), clock.instant())) throw new RuleBroken("comments.taken", "Somebody else is reading this just now.");
        return one;
    }

    private static RuleBroken changed() {
        return new RuleBroken("comments.changed", "Its writer changed it meanwhile. Look at it again.");
    }

    private void decide(Comment one, CommentState next, @Nullable Reason reason, String answer, Actor.Worker me) {
        one.state().to(next);
        sql.sql("""
                update comments.comment set state = :next, reason = :reason, answer = :answer, decided_by = :me, decided_at = :now, told_at = null, taken_by = null, taken_until = null,
                       first_by = case when :next = 'PUBLISHED' then first_by end, proposed = null where id = :id
                """).param("next", next.name()).param("reason", reason == null ? null : reason.name()).param("answer", rows.close(answer, CommentRows.ANSWER, one.id())).param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", one.id()).update();
        audit.changed("comment", one.id(), next.name().toLowerCase(Locale.ROOT));
        tellWriter(one.id());
    }

    private void tellWriter(UUID id) {
        sql.sql("select resident_id from comments.comment where id = :id").param("id", id).query(UUID.class).list().stream().filter(Objects::nonNull).forEach(residents::news);
    }

    private void tag(UUID id, Set<UUID> themes) {
        sql.sql("delete from comments.tag where comment_id = :id").param("id", id).update();
        Stream.of(themes.toArray(UUID[]::new)).forEach(theme -> sql.sql("insert into comments.tag (comment_id, theme_id) select :id, t.id from comments.theme t where t.id = :theme").param("id", id).param("theme", theme).update());
    }
}
