package org.alongside.accommodation;

import java.time.LocalDate;
import java.util.Set;
import org.alongside.people.CountedAs;
import org.alongside.people.PersonId;
import org.alongside.shared.RuleBroken;

/**
 * Who looks for a place, and for what.
 *
 * @param adults 1 to 9, the client included
 * @param children those of the children around the client who come along
 * @param pets which; empty for none
 * @param mustHave what the place must have beyond what stands with the person
 * @param avoid which areas are not safe for them
 */
public record Household(Set<SpaceKind> kinds, LocalDate neededFrom, int adults, Set<PersonId> children, CountedAs countedAs, Funds funds, String pets, String mustHave, String avoid) {
    public Household {
        kinds = Set.copyOf(kinds);
        children = Set.copyOf(children);
        if (kinds.isEmpty()) throw new RuleBroken("accommodation.no-kind", "Choose at least one kind of place.");
        if (adults < 1 || adults > 9) throw new RuleBroken("accommodation.adults", "Enter a number of adults from 1 to 9.");
    }
}
