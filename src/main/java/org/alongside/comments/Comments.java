package org.alongside.comments;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.directory.Places;
import org.alongside.organisations.Organisations;
import org.alongside.residents.Resident;
import org.alongside.residents.ResidentEvent;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.alongside.shared.TwelveDigits;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What people write: sent, followed, put right and taken back by whoever wrote it, known by a code or by their account. */
@Service
public class Comments {
    /** What the house does with comments, it does as this job. */
    static final String JOB = "comments";
    static final String ARRIVED = "comment-arrived", ROUND = "comments-round", LEFT = "comments-left", LEFT_TOO = "comments-left-too";
    /** What is left of a comment that was taken back: that there was one. */
    static final String WORDS_GO = "written = null, proposed = null, answer = null, note = null, flags = '{}', words_key = '', first_by = null, taken_by = null, taken_until = null";
    private static final int MOST_LINKS = 2, MOST = 100;
    private final PublishedComments published;
    private final CommentRows rows;
    private final Places places;
    private final Organisations organisations;
    private final ActingTransaction acting;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Comments(PublishedComments published, CommentRows rows, Places places, Organisations organisations, ActingTransaction acting, Jobs jobs, JdbcClient sql, Seal seal, Clock clock) {
        this.published = published;
        this.rows = rows;
        this.places = places;
        this.organisations = organisations;
        this.acting = acting;
        this.jobs = jobs;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Who writes. @param holder known by a code or an account @param resident null for whoever has no account */
    public record Writer(Actor.Holder holder, @Nullable UUID resident) {
        public static Writer of(Resident resident) {
            return new Writer(new Actor.Holder(resident.holder()), resident.id());
        }
    }

    /** Whoever keeps this code. @param code twelve digits */
    public Writer writer(String code) {
        return new Writer(new Actor.Holder(seal.fingerprint("comments.code", code)), null);
    }

    /** What somebody sends. @param id made with the form, so that a second press finds the first @param replyTo null for no reply @param suspicious whether a machine may have sent it */
    public record NewComment(UUID id, UUID conversation, @Nullable UUID replyTo, Written written, boolean mayQuote, boolean welsh, boolean suspicious) {}

    /**
     * Keeps it, unseen, until somebody has read it. RuleBroken with a key of our words when the conversation takes none any more.
     *
     * @return whether it shows danger, so that whoever wrote it reads at once where help is
     */
    public boolean write(NewComment one, Writer writer) {
        Conversation conversation = open(one.conversation);
        Instant now = clock.instant();
        return acting.as(writer.holder, () -> {
            Read read = read(one.written, conversation.organisation());
            String key = key(one.written, conversation.id());
            boolean spam = read.isSpam || one.suspicious;
            // Safety: danger goes first, whatever else it looks like.
            CommentState state = read.danger ? CommentState.SAFEGUARDING : CommentState.HELD;
            int kept = sql.sql("""
                    insert into comments.comment (id, organisation_id, conversation_id, topic, reply_to, holder, resident_id, state, written, welsh, may_quote, flags, is_hard, is_spam, words_key, written_at, due_at)
                    values (:id, :organisation, :conversation, :topic, :reply, :holder, :resident, :state, :written, :welsh, :quote, :flags, :hard, :spam, :key, :now, :due) on conflict (id) do nothing
                    """).param("id", one.id).param("organisation", conversation.organisation().id()).param("conversation", conversation.id()).param("topic", conversation.topic().name()).param("reply", one.replyTo).param("holder", writer.holder.fingerprint())
                    .param("resident", writer.resident).param("state", state.name()).param("written", rows.close(one.written, CommentRows.WRITTEN, one.id)).param("welsh", one.welsh).param("quote", one.mayQuote).param("flags", read.flags)
                    .param("hard", read.hard).param("spam", spam && !read.danger).param("key", key).param("now", Times.at(now)).param("due", Times.at(published.care(conversation.organisation()).due(now))).update();
            if (kept > 0) jobs.ask(ARRIVED, conversation.organisation(), one.id, now);
            return read.danger;
        });
    }

    private Conversation open(UUID id) {
        Conversation conversation = published.conversation(id).orElseThrow(() -> new NotFound("conversation", id));
        if (!conversation.isOpen(clock.instant())) throw new RuleBroken("comments.closed", "comments.closed");
        return conversation;
    }

    private record Read(String[] flags, boolean hard, boolean danger, boolean isSpam) {}

    private record Rule(String words, String effect) {}

    private Read read(Written written, OrganisationId organisation) {
        List<Rule> rules = sql.sql("select words, effect from comments.word_rule where organisation_id = :organisation").param("organisation", organisation.id()).query(Rule.class).list();
        Flagged words = flagged(written.words(), rules), name = flagged(written.name(), rules);
        boolean spam = words.links() > MOST_LINKS || rules.stream().anyMatch(rule -> rule.effect.equals("SPAM") && Flagged.fold(written.words()).contains(Flagged.fold(rule.words)));
        return new Read(Set.copyOf(words.flags()).stream().map(Flag::name).sorted().toArray(String[]::new), words.isHard(), words.has(Flag.DANGER) || name.has(Flag.DANGER), spam);
    }

    private Flagged flagged(String text, Collection<Rule> rules) {
        return Flagged.of(text, rules.stream().filter(rule -> rule.effect.equals("MARK")).map(Rule::words).toList(), places);
    }

    /** By which the same words are known again without being kept. */
    private String key(Written written, UUID conversation) {
        return seal.fingerprint("comments.words", conversation + "/" + Flagged.fold(written.words()).replaceAll("[^\\p{L}\\p{N}]+", " ").strip());
    }

    /** The writer's own, the newest first; not what was taken back. */
    public List<Comment> mine(Writer writer) {
        return acting.as(writer.holder, () -> rows.list("where c.holder = access.holder() and c.state <> 'WITHDRAWN' order by c.written_at desc, c.id limit :most", Map.of("most", MOST)));
    }

    public Comment mine(UUID id, Writer writer) {
        return acting.as(writer.holder, () -> rows.one(id).orElseThrow(() -> new NotFound("comment", id)));
    }

    /** What came back is put right and sent again. RuleBroken when it did not come back. @return as {@link #write} */
    public boolean sendAgain(UUID id, Written written, boolean mayQuote, Writer writer) {
        Instant now = clock.instant();
        return acting.as(writer.holder, () -> {
            Comment before = rows.locked(id).orElseThrow(() -> new NotFound("comment", id));
            if (before.state() != CommentState.RETURNED) throw new RuleBroken("comments.not-returned", "comments.not-returned");
            Read read = read(written, before.organisation());
            CommentState next = before.state().to(read.danger ? CommentState.SAFEGUARDING : CommentState.HELD);
            sql.sql("""
                    update comments.comment set state = :state, written = :written, revision = revision + 1, may_quote = :quote, flags = :flags, is_hard = :hard, words_key = :key, written_at = :now, due_at = :due, told_at = null,
                           taken_by = null, taken_until = null, first_by = null, proposed = null, answer = null where id = :id
                    """).param("state", next.name()).param("written", rows.close(written, CommentRows.WRITTEN, id)).param("quote", mayQuote).param("flags", read.flags).param("hard", read.hard).param("key", key(written, before.conversation()))
                    .param("now", Times.at(now)).param("due", Times.at(published.care(before.organisation()).due(now))).param("id", id).update();
            jobs.ask(ARRIVED, before.organisation(), id, now);
            return read.danger;
        });
    }

    /** One takes one's own words back; they are gone for good. While a safeguarding lead reads them they are seen by nobody else, and go when the lead is done. */
    public void withdraw(UUID id, Writer writer) {
        acting.as(writer.holder, () -> {
            Comment one = rows.locked(id).orElseThrow(() -> new NotFound("comment", id));
            if (one.state() == CommentState.WITHDRAWN) return;
            if (one.state() == CommentState.SAFEGUARDING) sql.sql("update comments.comment set wants_gone = true where id = :id").param("id", id).update();
            else forgetWords(id);
        });
    }

    /** Says yes or no to being quoted without a name. */
    public void quote(UUID id, boolean may, Writer writer) {
        acting.as(writer.holder, () -> {
            rows.locked(id).filter(one -> one.state() != CommentState.WITHDRAWN).orElseThrow(() -> new NotFound("comment", id));
            return sql.sql("update comments.comment set may_quote = :may where id = :id").param("may", may).param("id", id).update();
        });
    }

    void forgetWords(UUID id) {
        sql.sql("update comments.comment set state = 'WITHDRAWN', " + WORDS_GO + ", decided_at = :now where id = :id").param("now", Times.at(clock.instant())).param("id", id).update();
        sql.sql("delete from comments.tag where comment_id = :id").param("id", id).update();
    }

    /** What was typed and has to be put right, kept for an hour. */
    public void keepDraft(Written typed, UUID conversation, Writer writer) {
        OrganisationId organisation = published.conversation(conversation).orElseThrow(() -> new NotFound("conversation", conversation)).organisation();
        acting.as(writer.holder, () -> {
            UUID id = draftId(writer);
            sql.sql("insert into comments.draft (holder, organisation_id, words, typed_at) values (access.holder(), :organisation, :words, :now) on conflict (holder) do update set words = excluded.words, typed_at = excluded.typed_at")
                    .param("organisation", organisation.id()).param("words", seal.close(typed.kept(), "comments.draft.words", id)).param("now", Times.at(clock.instant())).update();
        });
    }

    /** The same, as it was typed; nothing where there is none. */
    public @Nullable Written draft(Writer writer) {
        return acting.as(writer.holder, () -> Optional.ofNullable(sql.sql("select words from comments.draft where typed_at > :since").param("since", Times.at(clock.instant().minus(CommentClock.DRAFT))).query(byte[].class).optional()
                .map(words -> Written.of(seal.openWords(words, "comments.draft.words", draftId(writer)))).orElse(null))).orElse(null);
    }

    public void forgetDraft(Writer writer) {
        acting.as(writer.holder, () -> sql.sql("delete from comments.draft where holder = access.holder()").update());
    }

    private static UUID draftId(Writer writer) {
        return UUID.nameUUIDFromBytes(writer.holder.fingerprint().getBytes(StandardCharsets.UTF_8));
    }

    @EventListener
    void on(ResidentEvent.Left left) {
        // In the transaction of whoever leaves; each organisation then sees to its own.
        organisations.all().forEach(organisation -> jobs.ask(left.wordsGo() ? LEFT_TOO : LEFT, organisation, left.resident(), clock.instant()));
    }

    /** For the job: whoever wrote these has no account any more. @param wordsGo whether the words go, too */
    void left(UUID resident, boolean wordsGo) {
        if (wordsGo) {
            sql.sql("select id from comments.comment where resident_id = :resident and state not in ('WITHDRAWN', 'SAFEGUARDING')").param("resident", resident).query(UUID.class).list().forEach(this::forgetWords);
            // What a lead reads just now goes when the lead is done.
            sql.sql("update comments.comment set wants_gone = true where resident_id = :resident and state = 'SAFEGUARDING'").param("resident", resident).update();
        }
        // Safety: nothing leads from what stays to whoever wrote it.
        sql.sql("update comments.comment set resident_id = null, holder = :nobody || id where resident_id = :resident").param("nobody", TwelveDigits.random()).param("resident", resident).update();
    }
}
