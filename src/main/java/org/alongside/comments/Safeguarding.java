package org.alongside.comments;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.directory.Places;
import org.alongside.residents.Residents;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Comments in which somebody may be in danger. Safeguarding leads read them, and nobody else; who wrote one, nobody knows, but what the lead answers is read by whoever did. */
@Service
@Transactional
public class Safeguarding {
    private static final int MOST = 100;
    private final CommentRows rows;
    private final Residents residents;
    private final Places places;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Safeguarding(CommentRows rows, Residents residents, Places places, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.rows = rows;
        this.residents = residents;
        this.places = places;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** Whoever waits longest first. A look at them is written down. */
    public List<Comment> waiting(Actor.Worker me) {
        me.mustBe(Role.SAFEGUARDING_LEAD);
        List<Comment> waiting = rows.list("where c.state = 'SAFEGUARDING' order by c.written_at, c.id limit :most", Map.of("most", MOST));
        audit.listed("comment", "safeguarding", waiting.stream().map(Comment::id).toList());
        return waiting;
    }

    public Comment one(UUID id, Actor.Worker me) {
        Comment one = find(id, me);
        audit.looked("comment", id);
        return one;
    }

    /** Its words with what was found in them. */
    public Flagged flagged(Comment one) {
        return Flagged.of(one.written().words(), List.of(), places);
    }

    /** Says something to whoever wrote it; they read it with their code, or in their account. */
    public void answer(UUID id, String answer, Actor.Worker me) {
        Comment one = find(id, me);
        if (answer.isBlank()) throw new RuleBroken("comments.no-answer", "Write what they should read");
        sql.sql("update comments.comment set answer = :answer where id = :id").param("answer", rows.close(answer, CommentRows.ANSWER, one.id())).param("id", id).update();
        audit.changed("comment", id, "answered");
        sql.sql("select resident_id from comments.comment where id = :id").param("id", id).query(UUID.class).optional().ifPresent(residents::news);
    }

    /** Nobody is in danger, or all was done: it goes to the moderators like any other, or is not shown. @param note what was done, for the record */
    public void close(UUID id, boolean toModerators, String note, Actor.Worker me) {
        Comment one = find(id, me);
        if (note.isBlank()) throw new RuleBroken("comments.no-note", "Write down what you did");
        boolean goes = one.wantsGone();
        CommentState next = one.state().to(goes ? CommentState.WITHDRAWN : toModerators ? CommentState.HELD : CommentState.HIDDEN);
        if (goes) {
            sql.sql("update comments.comment set state = 'WITHDRAWN', " + Comments.WORDS_GO + ", decided_by = :me, decided_at = :now where id = :id").param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
        } else {
            // Safety: two people look at words that showed danger before anybody else reads them.
            sql.sql("update comments.comment set state = :next, reason = :reason, is_hard = true, note = :note, decided_by = :me, decided_at = :now where id = :id").param("next", next.name()).param("reason", toModerators ? null : Reason.WORRIED.name())
                    .param("note", rows.close(note, CommentRows.NOTE, id)).param("me", me.worker().id()).param("now", Times.at(clock.instant())).param("id", id).update();
        }
        audit.changed("comment", id, "danger looked at");
    }

    /** How many wait. */
    @Transactional(readOnly = true)
    public int count(Actor.Worker me) {
        return me.is(Role.SAFEGUARDING_LEAD) ? sql.sql("select count(*)::int from comments.comment where state = 'SAFEGUARDING'").query(Integer.class).single() : 0;
    }

    private Comment find(UUID id, Actor.Worker me) {
        me.mustBe(Role.SAFEGUARDING_LEAD);
        return rows.locked(id).filter(one -> one.state() == CommentState.SAFEGUARDING).orElseThrow(() -> new NotFound("comment", id));
    }
}
