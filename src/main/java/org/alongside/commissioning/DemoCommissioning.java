package org.alongside.commissioning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.commissioning.Commissioning.Answer;
import org.alongside.commissioning.Commissioning.Asked;
import org.alongside.commissioning.Commissioning.Entered;
import org.alongside.improvement.DemoImprovement;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;

/** Westermouth Council asked both services about the last quarter; one has answered, the other still has time. */
@Component
public class DemoCommissioning implements DemoTown {
    public static final UUID ANSWERED = DemoTown.id(951), ASKED = DemoTown.id(952), DECLINED = DemoTown.id(953);
    private final Commissioning commissioning;
    private final ActingTransaction acting;
    private final Clock clock;

    DemoCommissioning(Commissioning commissioning, ActingTransaction acting, Clock clock) {
        this.commissioning = commissioning;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 97;
    }

    @Override
    public void plant() {
        Actor.Worker ines = DemoWorkers.at(INES_AT_THE_COUNCIL), sal = DemoWorkers.at(SAL_MANAGER), nia = DemoWorkers.at(NIA_LEAD_ELSEWHERE);
        LocalDate today = Times.day(clock.instant());
        Period last = Period.over(today).get(0), before = Period.over(today).stream().filter(one -> one.until().isBefore(last.from())).findFirst().orElseThrow();
        Map<OrganisationId, UUID> both = new LinkedHashMap<>();
        both.put(HARBOUR_HOUSE, ANSWERED);
        both.put(LANTERN, ASKED);
        acting.as(ines, () -> {
            commissioning.ask(new Asked(both, last, true, "For the committee in spring. We read it together with the police and the hospital.", today.plusWeeks(3)), ines);
            commissioning.ask(new Asked(Map.of(LANTERN, DECLINED), before, false, "", today.plusWeeks(2)), ines);
        });
        acting.as(sal, () -> commissioning.answer(ANSWERED, new Answer(Map.of(Measure.ASKED, new Entered(14, 131), Measure.SUPPORTED, new Entered(11, 96), Measure.WAITING, new Entered(2, 23), Measure.NO_PLACE, new Entered(3, 12)), DemoImprovement.PLAN,
                "More men came since the barbers have our leaflet. Nobody here speaks Polish yet, so those who would come do not."), sal));
        acting.as(nia, () -> commissioning.decline(DECLINED, "We did not count men apart in that quarter. We do since October.", nia));
    }
}
