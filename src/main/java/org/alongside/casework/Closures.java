package org.alongside.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.InstrumentKind;
import org.alongside.instruments.Instruments;
import org.alongside.instruments.ResponseId;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a case ends, in the worker's view and in the client's own voice, and how it begins again. */
@Service
@Transactional
public class Closures {
    static final Set<ClosureReason> BY_THE_REFERRAL = EnumSet.of(ClosureReason.DECLINED, ClosureReason.PASSED_ON, ClosureReason.WITHDRAWN);
    private static final Set<ClosureReason> NOT_CHOSEN = EnumSet.of(ClosureReason.DECLINED, ClosureReason.PASSED_ON, ClosureReason.WITHDRAWN, ClosureReason.CORRECTED);
    public static final String ASKED = "at-the-end";
    private final Cases cases;
    private final Moments moments;
    private final Instruments instruments;
    private final JdbcClient sql;
    private final Seal seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Closures(Cases cases, Moments moments, Instruments instruments, JdbcClient sql, Seal seal, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.moments = moments;
        this.instruments = instruments;
        this.sql = sql;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    /** How one need ended. A reason is asked when it was met in part or not at all. */
    public record NeedOutcome(NeedDomain domain, NeedStatus outcome, @Nullable UnmetBecause because) {}

    /** The client's answers to {@link #asked}, and their own words; either may be missing. */
    public record Feedback(@Nullable AnswerSheet answers, @Nullable String words) {
        public static final Feedback NONE = new Feedback(null, null);
    }

    /** @param id made with the form, so that a second press finds the first @param words the worker's view */
    public record Closure(UUID id, ClosureReason reason, @Nullable String words, List<NeedOutcome> needs, Feedback feedback) {}

    /** The reasons a worker may choose; the others come with the end of a referral, or with a correction. */
    public static List<ClosureReason> reasons() {
        return EnumSet.complementOf(EnumSet.copyOf(NOT_CHOSEN)).stream().toList();
    }

    /** What a client is asked when their case closes; empty where the service put it away, and where people answer for what they did: the programme asks them. */
    @Transactional(readOnly = true)
    public Optional<Instrument> asked(Side side) {
        if (side == Side.CHANGE) return Optional.empty();
        return instruments.inUse(InstrumentKind.FEEDBACK).stream().filter(one -> one.key().equals(ASKED)).findFirst();
    }

    public void close(CaseId id, Closure closure, Actor.Worker me) {
        if (stands(closure.id())) return;
        ClientCase closed = cases.find(id);
        Instant now = clock.instant();
        CaseEvent.Closed event = closed.close(closure.reason(), now);
        everyNeedHasAnEnd(id, closure);
        Optional<ResponseId> answers = ask(closure);
        keep(id, closure, answers.orElse(null), me, now);
        closure.needs().forEach(need -> keep(closure.id(), need));
        cases.save(closed, "closed");
        moments.now(id, MomentKind.CASE, me, "Case closed: " + closure.reason().words(), closure.words(), "/desk/cases/" + id.id() + "/closure");
        events.publishEvent(event);
        answers.ifPresent(given -> events.publishEvent(new CaseEvent.Heard(id, event.organisation(), event.side(), given, now)));
    }

    private Optional<ResponseId> ask(Closure closure) {
        AnswerSheet answers = closure.feedback().answers();
        if (answers == null || answers.answers().isEmpty()) return Optional.empty();
        ResponseId id = instruments.begin(ASKED, closure.id());
        instruments.save(id, 0, answers);
        instruments.finish(id);
        return Optional.of(id);
    }

    public void reopen(CaseId id, @Nullable String words, Actor.Worker me) {
        ClientCase reopened = cases.find(id);
        CaseEvent.Reopened event = reopened.reopen(clock.instant());
        cases.save(reopened, "reopened");
        moments.now(id, MomentKind.CASE, me, "Case opened again", words, null);
        events.publishEvent(event);
    }

    /** The referral ended while we screened: nothing more is asked. */
    void closeWithReferral(CaseId id, ClosureReason reason, Actor.Worker me) {
        if (cases.find(id).status() == CaseStatus.CLOSED) return;
        close(id, new Closure(UUID.randomUUID(), reason, null, List.of(), Feedback.NONE), me);
    }

    void reopenWithReferral(CaseId id, Actor.Worker me) {
        if (cases.find(id).status() == CaseStatus.CLOSED) reopen(id, null, me);
    }

    private void everyNeedHasAnEnd(CaseId id, Closure closure) {
        if (BY_THE_REFERRAL.contains(closure.reason())) return;
        List<String> raised = sql.sql("select domain from casework.need where case_id = :case").param("case", id.id()).query(String.class).list();
        boolean all = raised.stream().allMatch(domain -> closure.needs().stream().anyMatch(need -> need.domain().name().equals(domain)));
        if (!all) throw new RuleBroken("casework.need-without-end", "A need was added while you were writing. Say how each need ended.");
    }

    private void keep(CaseId id, Closure closure, @Nullable ResponseId answers, Actor.Worker me, Instant now) {
        sql.sql("""
                insert into casework.closure (id, case_id, reason, words, closed_at, closed_by, response_id, client_words)
                values (:id, :case, :reason, :words, :now, :by, :response, :clientWords)
                """)
                .param("id", closure.id()).param("case", id.id()).param("reason", closure.reason().name())
                .param("words", seal.close(closure.words(), "casework.closure.words", closure.id())).param("now", Times.at(now)).param("by", me.worker().id())
                .param("response", answers == null ? null : answers.id()).param("clientWords", seal.close(closure.feedback().words(), "casework.closure.client_words", closure.id())).update();
    }

    private void keep(UUID closure, NeedOutcome need) {
        sql.sql("insert into casework.closure_need (closure_id, domain, outcome, because) values (:closure, :domain, :outcome, :because)")
                .param("closure", closure).param("domain", need.domain().name()).param("outcome", need.outcome().name()).param("because", name(need.because())).update();
    }

    private boolean stands(UUID closure) {
        return sql.sql("select 1 from casework.closure where id = :id").param("id", closure).query(Integer.class).optional().isPresent();
    }

    private static @Nullable String name(@Nullable Enum<?> chosen) {
        return chosen == null ? null : chosen.name();
    }
}
