package org.alongside.orders.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseLooks.Look;
import org.alongside.casework.CaseLooks;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.orders.Breach;
import org.alongside.orders.Order;
import org.alongside.orders.Orders;
import org.alongside.organisations.Organisations;
import org.alongside.people.PersonId;
import org.alongside.people.Relation;
import org.alongside.people.Relations;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.alongside.ui.Option;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class OrderPages {
    private final CaseLooks looks;
    private final Cases cases;
    private final Orders orders;
    private final Relations relations;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    OrderPages(CaseLooks looks, Cases cases, Orders orders, Relations relations, Organisations organisations, AuditTrail audit, Clock clock) {
        this.looks = looks;
        this.cases = cases;
        this.orders = orders;
        this.relations = relations;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    OrdersPage all(UUID caseId) {
        Look look = looks.lookSupport(caseId);
        CaseFacts facts = look.facts();
        LocalDate today = Times.day(clock.instant());
        Map<PersonId, String> around = relations.everyone(facts.person()).stream().collect(Collectors.toMap(Relation::other, Relation::name, (one, other) -> one));
        Map<UUID, List<Breach>> breaches = orders.breaches(facts.id()).stream().collect(Collectors.groupingBy(Breach::order));
        Map<Boolean, List<OrdersPage.Row>> rows = orders.of(facts.id()).stream().map(order -> new OrdersPage.Row(order, order.terms().binds() == null ? null : around.get(order.terms().binds()),
                breaches.getOrDefault(order.id(), List.of()).stream().map(breach -> new OrdersPage.Broken(breach, organisations.nameOf(breach.recordedBy()))).toList()))
                .collect(Collectors.partitioningBy(row -> row.order().terms().counts(today)));
        return new OrdersPage(caseId, look.who(), facts.isClosed(), today, rows.get(true), rows.get(false));
    }

    OrderPage add(UUID caseId, OrderForm form, Problems problems) {
        Look look = looks.lookSupport(caseId);
        CaseFacts facts = look.facts();
        return new OrderPage(caseId, look.who(), facts.person().id(), null, form, around(facts), problems);
    }

    /** @param typed the form to show over the order as it stands */
    OrderPage one(UUID caseId, UUID id, Function<Order, OrderForm> typed, Problems problems) {
        Look look = looks.lookSupport(caseId);
        CaseFacts facts = look.facts();
        Order order = orders.one(facts.id(), id);
        return new OrderPage(caseId, look.who(), facts.person().id(), order, typed.apply(order), around(facts), problems);
    }

    BreachPage breach(UUID caseId, UUID id, BreachForm form, Problems problems) {
        Look look = looks.lookSupport(caseId);
        CaseFacts facts = look.facts();
        return new BreachPage(caseId, look.who(), orders.one(facts.id(), id), form, problems);
    }

    ComingPage coming(Actor.Worker me) {
        me.mustBe(CaseRoles.SUPPORT);
        if (me.side() != Side.SUPPORT) throw new NotFound();
        LocalDate today = Times.day(clock.instant());
        List<Order> soon = orders.soon(today);
        Map<CaseId, CaseFacts> known = cases.facts(soon.stream().map(Order::caseId).distinct().toList());
        List<ComingPage.Row> rows = soon.stream().filter(order -> known.containsKey(order.caseId()) && !known.get(order.caseId()).isClosed()).map(order -> {
            CaseFacts facts = known.get(order.caseId());
            return new ComingPage.Row(order.id(), order.caseId().id(), facts.reference(), facts.worker() == null ? "nobody yet" : organisations.nameOf(facts.worker()), order.terms());
        }).toList();
        audit.listed("case", "orders", rows.stream().map(ComingPage.Row::caseId).distinct().toList());
        return new ComingPage(today, rows);
    }

    private List<Option> around(CaseFacts facts) {
        return relations.of(facts.person()).stream().map(one -> new Option(one.other().id().toString(), one.name() + ", " + one.kind().words().toLowerCase(Locale.ROOT))).toList();
    }
}
