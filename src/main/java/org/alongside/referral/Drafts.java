package org.alongside.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
    /** What a professional may bring along, answered on a page that stores nothing. Safety: nothing by which somebody is named or found, and no way to reach them, before it is said how contact is safe. */
    public static final Set<Question> BROUGHT = EnumSet.of(Question.SAFE_NOW, Question.RISKS, Question.HOW_KNOWN, Question.RISK_WORDS, Question.CHILDREN, Question.CHILDREN_WORDS,
            Question.CONSENT, Question.CONSENT_WHY, Question.CONSENT_BASIS, Question.WILLING, Question.WILLING_WORDS);
    private static final Set<Question> CONTACT_DETAILS = Set.of(Question.PHONE, Question.EMAIL);

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

    /** Begins a draft for the acting holder with what they bring along, read by {@code brought} for the draft as it begins; what may not come along is left out. */
    public Draft begin(Asking asking, Function<Draft, Map<Question, String>> brought, Actor.Holder holder) {
        Draft draft = begin(asking, holder);
        Answers kept = asking.isProfessional() ? new Answers(brought.apply(draft)).only(BROUGHT) : draft.answers();
        answers.keepInDraft(draft.id(), kept);
        return draft.with(kept);
    }

    /** Begins a draft for the acting holder. */
    public Draft begin(Asking asking, Actor.Holder holder) {
        Draft draft = new Draft(new ReferralId(UUID.randomUUID()), asking, new Answers(Map.of()), null, clock.instant());
        sql.sql("insert into referral.draft (id, holder, asking, began_at, touched_at) values (:id, :holder, :asking, :now, :now)")
                .param("id", draft.id().id()).param("holder", holder.fingerprint()).param("asking", asking.name()).param("now", Times.at(draft.beganAt())).update();
        return draft;
    }

    /** A call with these answers put over what was typed before; the first ones begin it. The id comes from the page, so that the first press finds its row too. */
    public Draft keepCall(ReferralId id, Asking asking, Map<Question, String> typed, Actor.Worker me) {
        if (me.side() == null || asking.side() != me.side()) throw new NotFound();
        sql.sql("""
                insert into referral.draft (id, organisation_id, side, worker_id, asking, began_at, touched_at) values (:id, :organisation, :side, :worker, :asking, :now, :now)
                on conflict (id) do nothing
                """).param("id", id.id()).param("organisation", me.organisation().id()).param("side", me.side().name()).param("worker", me.worker().id())
                .param("asking", asking.name()).param("now", Times.at(clock.instant())).update();
        Draft call = lock(id);
        return call.isSent() ? call : keep(call.as(asking), typed);
    }

    /** The acting worker's calls that became neither a referral nor a contact yet, the latest first. */
    public List<Draft> unfinishedCalls() {
        return read("d.id in (select id from referral.draft where worker_id = access.worker() and sent_at is null order by began_at desc limit 20)", Map.of());
    }

    /** The acting holder's draft, unless there is none or it was left alone too long. */
    public Optional<Draft> mine() {
        return read("d.holder = access.holder() and d.touched_at > :since", Map.of("since", idleSince())).stream().findFirst();
    }

    /** A call of the acting worker's own. */
    public Optional<Draft> call(ReferralId id) {
        return read("d.id = :id and d.worker_id = access.worker()", Map.of("id", id.id())).stream().findFirst();
    }

    /** The acting holder's draft with what was typed put over it, right or wrong; {@code typed} reads it for the draft as it stood. A draft that was sent takes no more. */
    public Optional<Draft> answer(Function<Draft, Map<Question, String>> typed) {
        return sql.sql("select id from referral.draft where holder = access.holder() and touched_at > :since for update").param("since", idleSince()).query(UUID.class).optional()
                .map(id -> one(new ReferralId(id))).map(draft -> draft.isSent() ? draft : keep(draft, typed.apply(draft)));
    }

    private Draft keep(Draft draft, Map<Question, String> typed) {
        Answers given = draft.answers().with(typed);
        // Safety: a number or address is dropped as long as nobody said how it may be used, or said that it may not.
        boolean reachable = AnswerRules.allowContactDetails(given, today());
        Answers kept = reachable ? given : given.without(CONTACT_DETAILS);
        answers.keepInDraft(draft.id(), reachable ? new Answers(typed) : new Answers(typed).without(CONTACT_DETAILS));
        if (!reachable) answers.forgetInDraft(draft.id(), CONTACT_DETAILS);
        sql.sql("update referral.draft set asking = :asking, touched_at = :now where id = :id")
                .param("asking", draft.asking().name()).param("now", Times.at(clock.instant())).param("id", draft.id().id()).update();
        return draft.with(kept);
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
                .param("idle", idleSince()).param("callIdle", Times.at(clock.instant().minus(CALL_IDLE))).update();
    }

    /** The draft, held until the transaction ends, so that two presses come one after the other. */
    Draft lock(ReferralId id) {
        sql.sql("select id from referral.draft where id = :id for update").param("id", id.id()).query(UUID.class).optional().orElseThrow(NotFound::new);
        return one(id);
    }

    void markSent(ReferralId id, Code code) {
        // Safety: what was typed has arrived; it need not lie in the draft as well.
        answers.forgetDraft(id);
        sql.sql("update referral.draft set sent_at = :now, touched_at = :now, code = :code where id = :id")
                .param("now", Times.at(clock.instant())).param("code", seal.close(code.digits(), "referral.draft.code", id.id())).param("id", id.id()).update();
    }

    /** Read after its row is held, so that these are the last answers and not those before somebody else's. */
    private Draft one(ReferralId held) {
        return read("d.id = :id", Map.of("id", held.id())).get(0);
    }

    /** Drafts with their answers, the latest first. */
    private List<Draft> read(String which, Map<String, ?> given) {
        Map<UUID, Draft> drafts = new LinkedHashMap<>();
        Map<UUID, Map<Question, String>> words = new HashMap<>();
        sql.sql("""
                select d.id, d.asking, d.code, d.began_at, a.question, a.words from referral.draft d left join referral.draft_answer a on a.draft_id = d.id
                 where %s order by d.began_at desc, d.id
                """.formatted(which)).params(given).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            if (!drafts.containsKey(id)) drafts.put(id, draft(row, id));
            if (row.getString("question") == null) return;
            Question question = Question.valueOf(row.getString("question"));
            words.computeIfAbsent(id, any -> new EnumMap<>(Question.class)).put(question, answers.open(row.getBytes("words"), question, id));
        });
        return drafts.values().stream().map(draft -> draft.with(new Answers(words.getOrDefault(draft.id().id(), Map.of())))).toList();
    }

    private Draft draft(ResultSet row, UUID id) throws SQLException {
        String digits = seal.open(row.getBytes("code"), "referral.draft.code", id);
        return new Draft(new ReferralId(id), Asking.valueOf(row.getString("asking")), new Answers(Map.of()), digits == null ? null : new Code(digits), row.getObject("began_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime idleSince() {
        return Times.at(clock.instant().minus(IDLE));
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
