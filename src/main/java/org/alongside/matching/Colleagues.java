package org.alongside.matching;

import java.util.List;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.organisations.DemoWorkers;
import org.alongside.organisations.Organisations;
import org.alongside.organisations.WorkerEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps every worker among those the intake check knows, so that nobody is given the case of somebody they know. */
@Component
class Colleagues implements DemoTown {
    private final Matching matching;
    private final WorkerFacts facts;
    private final Organisations organisations;
    private final TransactionTemplate transaction;

    Colleagues(Matching matching, WorkerFacts facts, Organisations organisations, TransactionTemplate transaction) {
        this.matching = matching;
        this.facts = facts;
        this.organisations = organisations;
        this.transaction = transaction;
    }

    @EventListener
    void on(WorkerEvent.Joined joined) {
        facts.named(joined.organisation(), joined.worker(), organisations.nameOf(joined.worker()));
    }

    @EventListener
    void on(WorkerEvent.Left left) {
        matching.forget(left.organisation(), null, RecordKind.WORKER, left.worker().id());
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public void plant() {
        List.of(ALEX_ADMINISTRATOR, NIA_LEAD_ELSEWHERE).forEach(administrator -> {
            DemoWorkers.Demo who = DemoWorkers.all().stream().filter(demo -> demo.worker().equals(administrator)).findFirst().orElseThrow();
            Acting.as(new Actor.Worker(who.worker(), who.organisation(), who.side(), who.roles()), () -> transaction.executeWithoutResult(status ->
                    DemoWorkers.all().stream().filter(demo -> demo.organisation().equals(who.organisation())).forEach(demo -> facts.named(demo.organisation(), demo.worker(), demo.name()))));
        });
    }
}
