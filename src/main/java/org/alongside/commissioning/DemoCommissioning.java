package org.alongside.commissioning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Acting;
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
import org.springframework.transaction.support.TransactionTemplate;

/** Westermouth Council asked both services about the last quarter; one has answered, the other still has time. */
@Component
public class DemoCommissioning implements DemoTown {
    public static final UUID ANSWERED = id(951), ASKED = id(952), DECLINED = id(953);
    private final Commissioning commissioning;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoCommissioning(Commissioning commissioning, TransactionTemplate transaction, Clock clock) {
        this.commissioning = commissioning;
        this.transaction = transaction;
        this.clock = clock;
    }

    private static UUID id(int number) {
        return UUID.fromString("00000000-0000-4000-8000-000000000" + number);
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
        as(ines, () -> {
            commissioning.ask(new Asked(both, last, true, "For the committee in spring. We read it together with the police and the hospital.", today.plusWeeks(3)), ines);
            commissioning.ask(new Asked(Map.of(LANTERN, DECLINED), before, false, "", today.plusWeeks(2)), ines);
        });
        as(sal, () -> commissioning.answer(ANSWERED, new Answer(Map.of(Measure.ASKED, new Entered(14, 131), Measure.SUPPORTED, new Entered(11, 96), Measure.WAITING, new Entered(2, 23), Measure.NO_PLACE, new Entered(3, 12)), DemoImprovement.PLAN,
                "More men came since the barbers have our leaflet. Nobody here speaks Polish yet, so those who would come do not."), sal));
        as(nia, () -> commissioning.decline(DECLINED, "We did not count men apart in that quarter. We do since October.", nia));
    }

    private void as(Actor.Worker who, Runnable work) {
        Acting.as(who, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
