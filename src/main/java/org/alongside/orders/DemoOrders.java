package org.alongside.orders;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.DemoCases;
import org.alongside.organisations.DemoWorkers;
import org.alongside.people.HarmRole;
import org.alongside.people.PersonId;
import org.alongside.people.Relation;
import org.alongside.people.Relations;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders of two demo cases: one in force and broken, one running out, one asked for. */
@Component
class DemoOrders implements DemoTown {
    private final Orders orders;
    private final Cases cases;
    private final Relations relations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoOrders(Orders orders, Cases cases, Relations relations, TransactionTemplate transaction, Clock clock) {
        this.orders = orders;
        this.cases = cases;
        this.relations = relations;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 58;
    }

    @Override
    public void plant() {
        UUID bail = UUID.randomUUID(), kept = UUID.randomUUID();
        order(MINA_SUPPORT_WORKER, DemoCases.SOFIA, kept, OrderKind.NON_MOLESTATION, OrderStatus.MADE, "Westermouth Family Court", "No violence or threats. No contact, direct or through others, except letters about Tiago through solicitors. Not within 100 metres of the school.", -20, -18, null, 345);
        order(MINA_SUPPORT_WORKER, DemoCases.SOFIA, bail, OrderKind.BAIL, OrderStatus.MADE, "Westermouth police", "No contact. Reports on Tuesdays.", -38, -38, 8, 12);
        order(TOM_DUTY_WORKER, DemoCases.DANIEL, UUID.randomUUID(), OrderKind.OCCUPATION, OrderStatus.ASKED, "Westermouth Family Court", "", null, null, 9, null);
        as(MINA_SUPPORT_WORKER, me -> orders.broken(DemoCases.SOFIA, kept, UUID.randomUUID(), day(-6), ToldPolice.YES, "A message through her cousin: “Tell her I know she moved.” Screenshot is with her cousin.", me));
    }

    private void order(WorkerId by, CaseId id, UUID order, OrderKind kind, OrderStatus status, String court, String conditions, @Nullable Integer made, @Nullable Integer served, @Nullable Integer hearing, @Nullable Integer until) {
        as(by, me -> orders.add(id, order, new Terms(kind, status, causingHarm(id), court, conditions, day(made), day(served), day(hearing), day(until)), me));
    }

    private PersonId causingHarm(CaseId id) {
        return relations.of(cases.facts(id).person()).stream().filter(one -> one.judged().role() == HarmRole.CAUSING_HARM).map(Relation::other).findFirst().orElseThrow();
    }

    private @Nullable LocalDate day(@Nullable Integer fromToday) {
        return fromToday == null ? null : Times.day(clock.instant()).plusDays(fromToday);
    }

    private LocalDate day(int fromToday) {
        return Times.day(clock.instant()).plusDays(fromToday);
    }

    private interface Work {
        void with(Actor.Worker me);
    }

    private void as(WorkerId by, Work work) {
        Actor.Worker me = DemoWorkers.at(by);
        Acting.as(me, () -> transaction.executeWithoutResult(status -> work.with(me)));
    }
}
