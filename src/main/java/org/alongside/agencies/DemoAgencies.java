package org.alongside.agencies;

import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Sector;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Agencies of Westermouth, all invented. */
@Component
public class DemoAgencies implements DemoTown {
    public static final UUID HOMES = DemoTown.id(401), HOMES_TENANCY = DemoTown.id(411), HOMES_REPAIRS = DemoTown.id(412), HEALTH = DemoTown.id(402), HEALTH_PRACTICE = DemoTown.id(413), SCHOOLS = DemoTown.id(403), SCHOOLS_PRIMARY = DemoTown.id(414), COUNCIL = DemoTown.id(404), COUNCIL_CHILDREN = DemoTown.id(415);
    private final Agencies agencies;
    private final TransactionTemplate transaction;

    DemoAgencies(Agencies agencies, TransactionTemplate transaction) {
        this.agencies = agencies;
        this.transaction = transaction;
    }

    @Override
    public int order() {
        return 16;
    }

    @Override
    public void plant() {
        Actor.Worker lee = DemoWorkers.at(LEE_TRAINER);
        Acting.as(lee, () -> transaction.executeWithoutResult(status -> {
            agencies.add(HOMES, "Quayside Homes", Sector.HOUSING, lee);
            agencies.addTeam(HOMES, HOMES_TENANCY, "Tenancy support", 14, lee);
            agencies.addTeam(HOMES, HOMES_REPAIRS, "Repairs", 32, lee);
            agencies.add(HEALTH, "Westermouth Health", Sector.HEALTH, lee);
            agencies.addTeam(HEALTH, HEALTH_PRACTICE, "Harbour Road practice", 21, lee);
            agencies.add(SCHOOLS, "Westermouth Schools", Sector.SCHOOLS, lee);
            agencies.addTeam(SCHOOLS, SCHOOLS_PRIMARY, "St Brannoc primary", 18, lee);
            agencies.add(COUNCIL, "Westermouth Council", Sector.SOCIAL_CARE, lee);
            agencies.addTeam(COUNCIL, COUNCIL_CHILDREN, "Children’s social work", 40, lee);
        }));
    }
}
