package org.alongside.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.Organisations;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works with which client, now and before, and whether the client's wish about their worker was met. */
@Service
@Transactional
public class Allocations {
    static final String WORDS = "casework.allocation.words";
    private final Cases cases;
    private final Organisations organisations;
    private final Apart apart;
    private final WrongSide wrongSide;
    private final Moments moments;
    private final JdbcClient sql;
    private final Seal seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Allocations(Cases cases, Organisations organisations, Apart apart, WrongSide wrongSide, Moments moments, JdbcClient sql, Seal seal, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.organisations = organisations;
        this.apart = apart;
        this.wrongSide = wrongSide;
        this.moments = moments;
        this.sql = sql;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    public void allocate(CaseId id, Allocate allocation, Actor.Worker me) {
        ClientCase allocated = cases.find(id);
        Colleague to = colleague(id, allocation, allocated);
        mayAllocate(allocated, to, me);
        if (wrongSide.isKeptFrom(id, to.id())) throw new RuleBroken("casework.not-a-colleague", "Choose somebody else for this case.");
        Instant now = clock.instant();
        if (!keep(id, allocation, me, now)) return;
        CaseEvent.Allocated event = allocated.allocate(to.id(), now);
        cases.save(allocated, "allocated");
        wrongSide.keepFromTheOtherSide(id, to.id());
        moments.now(id, MomentKind.ALLOCATION, me, "Given to " + to.name() + wish(allocation), allocation.words(), null);
        events.publishEvent(event);
    }

    private Colleague colleague(CaseId id, Allocate allocation, ClientCase allocated) {
        // Safety: nobody is given a case of somebody they know or are kept apart from, and the answer is the one for anybody who cannot have it.
        Set<WorkerId> kept = apart.fromWhom(id);
        return organisations.colleagues().stream().filter(colleague -> !kept.contains(colleague.id()))
                // Safety: the wall. The two sides of one abuse relation are never open to the same worker, so a case stays on its side.
                .filter(colleague -> colleague.side() == allocated.side())
                .filter(colleague -> CaseRoles.mayHoldCases(colleague.roles()))
                .filter(colleague -> colleague.id().equals(allocation.to())).findFirst()
                .orElseThrow(() -> new RuleBroken("casework.not-a-colleague", "Choose somebody who works on this side of the service."));
    }

    private static void mayAllocate(ClientCase allocated, Colleague to, Actor.Worker me) {
        boolean takesItThemselves = allocated.worker() == null && to.id().equals(me.worker());
        if (takesItThemselves || me.is(Role.MANAGER) || me.is(Role.DUTY) || me.is(Role.SAFEGUARDING_LEAD)) return;
        throw new RuleBroken("casework.may-not-allocate", "Ask a manager or the duty worker to give this case to somebody. You can take a case yourself when nobody has it.");
    }

    private boolean keep(CaseId id, Allocate allocation, Actor.Worker me, Instant now) {
        return sql.sql("""
                insert into casework.allocation (id, case_id, to_id, by_id, at, wish, wish_words, wish_met, words)
                values (:id, :case, :to, :by, :at, :wish, :wishWords, :met, :words) on conflict (id) do nothing
                """)
                .param("id", allocation.id()).param("case", id.id()).param("to", allocation.to().id()).param("by", me.worker().id()).param("at", Times.at(now))
                .param("wish", allocation.wish() == null ? null : allocation.wish().name())
                .param("wishWords", seal.close(allocation.wishWords(), "casework.allocation.wish_words", allocation.id()))
                .param("met", allocation.met())
                .param("words", seal.close(allocation.words(), WORDS, allocation.id())).update() == 1;
    }

    private static String wish(Allocate allocation) {
        Boolean met = allocation.met();
        return met == null ? "" : met ? ", as the client wished" : ", not what the client wished";
    }
}
