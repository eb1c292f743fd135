package org.alongside.breakglass;

import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.Cases;
import org.alongside.casework.DemoCases;
import org.alongside.organisations.DemoWorkers;
import org.springframework.stereotype.Component;

/** Jo had Jess on the line at night and opened her case; Priya has looked at it. */
@Component
class DemoOpenings implements DemoTown {
    private final Openings openings;
    private final Cases cases;

    DemoOpenings(Openings openings, Cases cases) {
        this.openings = openings;
        this.cases = cases;
    }

    @Override
    public int order() {
        return 72;
    }

    @Override
    public void plant() {
        Actor.Worker jo = DemoWorkers.at(JO_HELPLINE_WORKER), priya = DemoWorkers.at(PRIYA_LEAD);
        UUID opening = UUID.randomUUID();
        String number = Acting.as(DemoWorkers.at(MINA_SUPPORT_WORKER), () -> cases.facts(DemoCases.JESS).reference());
        Acting.as(jo, () -> {
            openings.open(opening, number, Reason.DANGER_NOW, "Rang from a shop: her former girlfriend had followed them again. I had to know whether we may ring back.", jo);
            openings.end(opening, jo);
        });
        Acting.as(priya, () -> openings.review(opening, 0, Finding.JUSTIFIED, "Talked with Jo. Right: nobody on duty answered. The duty number now hangs by the telephone.", priya));
    }
}
