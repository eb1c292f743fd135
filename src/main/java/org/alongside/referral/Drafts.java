package org.alongside.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Referrals being typed: by whoever holds a cookie, or by the worker on a call. Nobody else sees them, and they do not last. */
@Service
@Transactional
public class Drafts {
    /** A draft nobody has touched for this long is gone. */
    public static final Duration IDLE = Duration.ofMinutes(60);
    static final Duration CALL_IDLE = Duration.ofHours(24);

    private final JdbcClient sql;
    private final SealedAnswers answers;
    private final Seal seal;
    private final Clock clock;

    Drafts(JdbcClient sql, SealedAnswers answers, Seal seal, Clock clock) {
        this.sql = sql;
        this.answers = answers;
        this.seal = seal;
        this.clock = clock;
    }

    /** Begins a draft for the acting holder. */
    public void begin(Asking asking, Actor.Holder holder) {
        sql.sql("insert into referral.draft (id, holder, asking, began_at, touched_at) values (:id, :holder, :asking, :now, :now)")
                .param("id", UUID.randomUUID()).param("holder", holder.fingerprint()).param("asking", asking.name()).param("now", Times.at(clock.instant())).update();
    }

    /** Puts a call's answers over what was typed before; the first ones begin it. The id comes from the page, so that the first press finds its row too. */
    public void keepCall(ReferralId id, Asking asking, Map<Question, String> typed, Actor.Worker me) {
        if (me.side() == null || asking.side() != me.side()) throw new NotFound();
        sql.sql("""
                insert into referral.draft (id, organisation_id, side, worker_id, asking, began_at, touched_at) values (:id, :organisation, :side, :worker, :asking, :now, :now)
                on conflict (id) do nothing
                """).param("id", id.id()).param("organisation", me.organisation().id()).param("side", me.side().name()).param("worker", me.worker().id())
                .param("asking", asking.name()).param("now", Times.at(clock.instant())).update();
        sql.sql("update referral.draft set asking = :asking where id = :id").param("asking", asking.name()).param("id", id.id()).update();
        keep(id, typed);
    }

    /** The acting worker's calls that became neither a referral nor a contact yet, the latest first. */
    public List<Draft> unfinishedCalls() {
        return sql.sql("select id from referral.draft where worker_id = access.worker() and sent_at is null order by began_at desc limit 20").query(UUID.class).list().stream()
                .flatMap(id -> call(new ReferralId(id)).stream()).toList();
    }

    /** The acting holder's draft, unless there is none or it was left alone too long. */
    public Optional<Draft> mine() {
        return read("where holder = access.holder() and touched_at > :since", Map.of("since", Times.at(clock.instant().minus(IDLE))));
    }

    /** A call of the acting worker's own. */
    public Optional<Draft> call(ReferralId id) {
        return read("where id = :id and worker_id = access.worker()", Map.of("id", id.id()));
    }

    /** Puts answers over the draft's, as typed, right or wrong. A draft that was sent takes no more. */
    public void keep(ReferralId id, Map<Question, String> typed) {
        Draft draft = read("where id = :id for update", Map.of("id", id.id())).orElseThrow(NotFound::new);
        if (draft.isSent()) return;
        answers.keepInDraft(id, new Answers(typed));
        // Safety: a number or address is dropped as long as nobody said how it may be used, or said that it may not.
        if (!AnswerRules.allowContactDetails(draft.answers().with(typed), today())) answers.forgetInDraft(id, Question.PHONE, Question.EMAIL);
        sql.sql("update referral.draft set touched_at = :now where id = :id").param("now", Times.at(clock.instant())).param("id", id.id()).update();
    }

    /** Forgets the acting holder's draft at once. */
    public void forgetMine() {
        sql.sql("delete from referral.draft where holder = access.holder()").update();
    }

    /** Forgets a call of the acting worker's own. */
    public void forgetCall(ReferralId id) {
        sql.sql("delete from referral.draft where id = :id and worker_id = access.worker()").param("id", id.id()).update();
    }

    /** Forgets every draft that was left alone: the hourly job. */
    int forgetIdle() {
        return sql.sql("delete from referral.draft where touched_at < case when worker_id is null then :idle::timestamptz else :callIdle::timestamptz end")
                .param("idle", Times.at(clock.instant().minus(IDLE))).param("callIdle", Times.at(clock.instant().minus(CALL_IDLE))).update();
    }

    /** The draft, held until the transaction ends, so that two presses come one after the other. */
    Draft lock(ReferralId id) {
        return read("where id = :id for update", Map.of("id", id.id())).orElseThrow(NotFound::new);
    }

    void markSent(ReferralId id, Code code) {
        // Safety: what was typed has arrived; it need not lie in the draft as well.
        answers.forgetDraft(id);
        sql.sql("update referral.draft set sent_at = :now, touched_at = :now, code = :code where id = :id")
                .param("now", Times.at(clock.instant())).param("code", seal.close(code.digits(), "referral.draft.code", id.id())).param("id", id.id()).update();
    }

    private Optional<Draft> read(String where, Map<String, ?> given) {
        return sql.sql("select id, asking, code, began_at from referral.draft " + where).params(given).query((row, n) -> {
            ReferralId id = new ReferralId(row.getObject("id", UUID.class));
            String digits = seal.open(row.getBytes("code"), "referral.draft.code", id.id());
            return new Draft(id, Asking.valueOf(row.getString("asking")), new Answers(Map.of()), digits == null ? null : new Code(digits),
                    row.getObject("began_at", OffsetDateTime.class).toInstant());
        }).optional().map(draft -> new Draft(draft.id(), draft.asking(), answers.ofDraft(draft.id()), draft.code(), draft.beganAt()));
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
