package org.alongside.orders;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.people.PersonId;
import org.alongside.shared.RuleBroken;
import org.jspecify.annotations.Nullable;

/**
 * What an order says.
 *
 * @param binds whom, of the people around the client; null when nobody is written down for it
 * @param court which court or force, and its number for it; may be empty
 * @param conditions what it forbids or asks for; may be empty
 * @param until its last day; null when it has no end, or none is known
 */
public record Terms(OrderKind kind, OrderStatus status, @Nullable PersonId binds, String court, String conditions, @Nullable LocalDate madeOn, @Nullable LocalDate servedOn, @Nullable LocalDate hearingOn,
        @Nullable LocalDate until) {
    public Terms {
        if (before(until, madeOn)) throw new RuleBroken("orders.until", "The last day cannot be before the day it was made.");
        if (before(servedOn, madeOn)) throw new RuleBroken("orders.served", "It cannot be served before it was made.");
        if (status == OrderStatus.MADE && madeOn == null) throw new RuleBroken("orders.made", "Enter the day it was made.");
    }

    public boolean isInForce(LocalDate today) {
        return status == OrderStatus.MADE && !hasRunOut(today);
    }

    public boolean hasRunOut(LocalDate today) {
        return status == OrderStatus.MADE && until != null && until.isBefore(today);
    }

    /** Whether it counts now, or may soon. */
    public boolean counts(LocalDate today) {
        return status == OrderStatus.ASKED || isInForce(today);
    }

    /** Made, but nobody has handed it to the person it binds: most orders count only from then. */
    public boolean waitsToBeServed(LocalDate today) {
        return isInForce(today) && servedOn == null;
    }

    /** The next day on which somebody must look at it: a hearing, or its last day. Empty when neither is to come. */
    public Optional<LocalDate> nextDay(LocalDate today) {
        if (status == OrderStatus.REFUSED || status == OrderStatus.ENDED) return Optional.empty();
        return Stream.of(hearingOn, status == OrderStatus.MADE ? until : null).flatMap(Stream::ofNullable).filter(day -> !day.isBefore(today)).min(LocalDate::compareTo);
    }

    private static boolean before(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.isBefore(other);
    }
}
