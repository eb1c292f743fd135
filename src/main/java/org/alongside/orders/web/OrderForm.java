package org.alongside.orders.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.orders.Order;
import org.alongside.orders.OrderKind;
import org.alongside.orders.OrderStatus;
import org.alongside.orders.Terms;
import org.alongside.people.PersonId;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** An order, as typed. */
record OrderForm(@Nullable String once, @Nullable String version, @Nullable String kind, @Nullable String status, @Nullable String binds, @Nullable String court, @Nullable String conditions,
        @Nullable TypedDate made, @Nullable TypedDate served, @Nullable TypedDate hearing, @Nullable TypedDate until) {
    OrderForm {
        made = made == null ? TypedDate.NONE : made;
        served = served == null ? TypedDate.NONE : served;
        hearing = hearing == null ? TypedDate.NONE : hearing;
        until = until == null ? TypedDate.NONE : until;
    }

    static OrderForm empty() {
        return new OrderForm(UUID.randomUUID().toString(), null, null, null, null, null, null, null, null, null, null);
    }

    static OrderForm of(Order order) {
        Terms terms = order.terms();
        return new OrderForm(order.id().toString(), "" + order.version(), terms.kind().name(), terms.status().name(), terms.binds() == null ? "" : terms.binds().id().toString(), terms.court(), terms.conditions(),
                TypedDate.of(terms.madeOn()), TypedDate.of(terms.servedOn()), TypedDate.of(terms.hearingOn()), TypedDate.of(terms.until()));
    }

    /** As typed, over what stands there now. */
    OrderForm over(Order now) {
        return new OrderForm(once, "" + now.version(), kind, status, binds, court, conditions, made, served, hearing, until);
    }

    Optional<Terms> read(Clock clock, Problems problems) {
        LocalDate today = Times.day(clock.instant());
        OrderKind what = Typed.oneNeeded(OrderKind.class, kind, "kind", "Choose what kind of order it is", problems);
        OrderStatus how = Typed.oneNeeded(OrderStatus.class, status, "status", "Say how it stands", problems);
        String where = Typed.words(court, "court", problems), says = Typed.words(conditions, "conditions", problems);
        LocalDate madeOn = day(made, "made", today, problems), servedOn = day(served, "served", today, problems);
        LocalDate hearingOn = day(hearing, "hearing", today, problems), lastOn = day(until, "until", today, problems);
        if (how == OrderStatus.MADE && made.isBlank()) problems.add("made", "Enter the day it was made");
        if (madeOn != null && madeOn.isAfter(today)) problems.add("made", "Enter a day in the past, or today");
        if (servedOn != null && (servedOn.isAfter(today) || madeOn != null && servedOn.isBefore(madeOn))) problems.add("served", "Enter a day between the day it was made and today");
        if (lastOn != null && madeOn != null && lastOn.isBefore(madeOn)) problems.add("until", "Enter a day after it was made");
        if (what == null || how == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new Terms(what, how, binds == null || binds.isBlank() ? null : new PersonId(Typed.id(binds)), where == null ? "" : where, says == null ? "" : says, madeOn, servedOn, hearingOn, lastOn));
    }

    private static @Nullable LocalDate day(TypedDate typed, String field, LocalDate today, Problems problems) {
        LocalDate day = typed.read(field, problems).orElse(null);
        if (day != null && (day.isBefore(today.minusYears(50)) || day.isAfter(today.plusYears(50)))) problems.add(field, "Enter a day within fifty years");
        return day;
    }
}
