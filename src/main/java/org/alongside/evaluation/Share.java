package org.alongside.evaluation;

import java.util.Optional;
import org.alongside.shared.Amount;
import org.alongside.statistics.Interval;
import org.alongside.statistics.Proportion;

/** So many of so many people, as it may be said: the numbers first, and a percentage never alone. */
public record Share(Amount of, Amount outOf) {
    static Share exactly(Proportion share) {
        return new Share(Amount.exactly(share.of()), Amount.exactly(share.outOf()));
    }

    /** Where both numbers are said. */
    public Optional<Proportion> proportion() {
        return of.isExact() && outOf.isExact() ? Optional.of(new Proportion(of.from(), outOf.from())) : Optional.empty();
    }

    public String words() {
        return of.words() + " of " + outOf.words();
    }

    /** Empty where too few people stand behind it. */
    public Optional<String> percent() {
        if (outOf.from() < Proportion.PERCENT_FROM) return Optional.empty();
        if (proportion().isPresent()) return proportion().get().percent().stream().mapToObj(whole -> whole + " %").findFirst();
        if (of.from() == 0) return Optional.of(100 * of.to() / outOf.from() + " % or less");
        if (of.to() == outOf.to()) return Optional.of(100 * of.from() / outOf.to() + " % or more");
        return Optional.of("about " + Math.round(100.0 * of.middle() / outOf.middle()) + " %");
    }

    /** How sure the percentage is, of people like these; where both numbers are said and there are enough. */
    public Optional<Interval> interval() {
        return proportion().filter(share -> share.outOf() >= Proportion.PERCENT_FROM).flatMap(Proportion::interval);
    }

    /** 18 of 25 (72 %) */
    public String said() {
        return words() + percent().map(percent -> " (" + percent + ")").orElse("");
    }
}
