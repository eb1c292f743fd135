package org.alongside.retention;

import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.organisations.DemoWorkers;
import org.alongside.people.About;
import org.alongside.people.NewPerson;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A file of the demo town that must stay. */
@Component
class DemoKeeping implements DemoTown {
    private final Holds holds;
    private final People people;
    private final TransactionTemplate transaction;

    DemoKeeping(Holds holds, People people, TransactionTemplate transaction) {
        this.holds = holds;
        this.people = people;
        this.transaction = transaction;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public void plant() {
        Actor.Worker priya = DemoWorkers.at(PRIYA_LEAD);
        Acting.as(priya, () -> transaction.executeWithoutResult(status -> {
            PersonId person = people.record(new NewPerson(priya.side(), About.named("Leanne", "Marsh").describedAs("she/her", "woman")), priya);
            holds.place(UUID.randomUUID(), person, HoldReason.INQUIRY, "A review after her sister’s death reads what services knew. The chair says when it has ended.", priya);
        }));
    }
}
