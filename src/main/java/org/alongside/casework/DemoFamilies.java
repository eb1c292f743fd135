package org.alongside.casework;

import java.time.LocalDate;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.WorkerId;
import org.alongside.organisations.DemoWorkers;
import org.alongside.people.About;
import org.alongside.people.Certainty;
import org.alongside.people.HarmRole;
import org.alongside.people.LivesWith;
import org.alongside.people.RelationKind;
import org.alongside.people.Relations;
import org.alongside.people.Relations.Around;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The people around some clients of the demo town. */
@Component
class DemoFamilies implements DemoTown {
    private final Cases cases;
    private final Relations relations;
    private final TransactionTemplate transaction;

    DemoFamilies(Cases cases, Relations relations, TransactionTemplate transaction) {
        this.cases = cases;
        this.relations = relations;
        this.transaction = transaction;
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public void plant() {
        around(TOM_DUTY_WORKER, DemoCases.DANIEL, named("Rachel", "Price", "1986-05-02"), new Around(RelationKind.PARTNER, LivesWith.YES, HarmRole.CAUSING_HARM, Certainty.CLEAR, "He is locked out and things are thrown at him; he changes what he does so that she does not.", ""));
        around(TOM_DUTY_WORKER, DemoCases.DANIEL, named("Molly", "Price", "2017-03-14"), child("Year 4. The school does not know yet."));
        around(TOM_DUTY_WORKER, DemoCases.DANIEL, named("Isla", "Price", "2020-09-30"), child(""));
        around(MINA_SUPPORT_WORKER, DemoCases.SOFIA, named("Luis", "Ferreira", "1983-01-19"), new Around(RelationKind.EX_PARTNER, LivesWith.NO, HarmRole.CAUSING_HARM, Certainty.CLEAR, "What she told us, and what the police recorded.", ""));
        around(MINA_SUPPORT_WORKER, DemoCases.SOFIA, named("Tiago", "Marques", "2018-06-08"), child("Only she or Ana collect him."));
    }

    private static About named(String given, String family, String born) {
        return About.named(given, family).bornOn(LocalDate.parse(born));
    }

    private static Around child(String notes) {
        return new Around(RelationKind.CHILD, LivesWith.YES, HarmRole.NOT_SAID, Certainty.SAID, "", notes);
    }

    private void around(WorkerId by, CaseId id, About about, Around around) {
        Actor.Worker me = DemoWorkers.at(by);
        Acting.as(me, () -> transaction.executeWithoutResult(status -> relations.add(cases.facts(id).person(), about, around, me)));
    }
}
