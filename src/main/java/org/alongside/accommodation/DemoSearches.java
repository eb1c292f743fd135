package org.alongside.accommodation;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.DemoCases;
import org.alongside.organisations.DemoWorkers;
import org.alongside.people.CountedAs;
import org.alongside.people.PersonId;
import org.alongside.people.Relation;
import org.alongside.people.Relations;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A father and two daughters who look for a safe place in the demo town, and what they hear. */
@Component
class DemoSearches implements DemoTown {
    private final Accommodation accommodation;
    private final Cases cases;
    private final Relations relations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoSearches(Accommodation accommodation, Cases cases, Relations relations, TransactionTemplate transaction, Clock clock) {
        this.accommodation = accommodation;
        this.cases = cases;
        this.relations = relations;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 59;
    }

    @Override
    public void plant() {
        Actor.Worker tom = DemoWorkers.at(TOM_DUTY_WORKER);
        CaseId daniel = DemoCases.DANIEL;
        Acting.as(tom, () -> transaction.executeWithoutResult(status -> {
            UUID search = UUID.randomUUID();
            Set<PersonId> daughters = relations.of(cases.facts(daniel).person()).stream().filter(Relation::isChild).map(Relation::other).collect(Collectors.toSet());
            accommodation.ask(daniel, search, new Household(Set.of(SpaceKind.REFUGE, SpaceKind.DISPERSED), Times.day(clock.instant()).plusDays(4), 1, daughters, CountedAs.MAN, Funds.WORK, "",
                    "Near enough to Molly’s school to go on by bus, if that can be safe.", "Old Harbour, where Rachel’s brothers live and work."), tom);
            List<UUID> places = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
            accommodation.askedAt(daniel, search, places.get(0), "Westermouth Refuge", tom);
            accommodation.answered(daniel, places.get(0), PlaceAnswer.TURNED_AWAY, TurnedAway.GENDER, tom);
            accommodation.askedAt(daniel, search, places.get(1), "Northquay dispersed homes", tom);
            accommodation.answered(daniel, places.get(1), PlaceAnswer.TURNED_AWAY, TurnedAway.NO_SPACE, tom);
            accommodation.askedAt(daniel, search, places.get(2), "Westermouth council, housing options", tom);
        }));
    }
}
