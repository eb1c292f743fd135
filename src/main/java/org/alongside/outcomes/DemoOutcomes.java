package org.alongside.outcomes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.CaseId;
import org.alongside.casework.DemoCases;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.Instruments;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sofia at intake and now, by both views; Daniel's intake, half written; Marcus before his group, in his own words. */
@Component
class DemoOutcomes implements DemoTown {
    private static final String WORKER = "needs-and-outcomes", CLIENT = "how-things-are";
    private final Outcomes outcomes;
    private final Instruments instruments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoOutcomes(Outcomes outcomes, Instruments instruments, TransactionTemplate transaction, Clock clock) {
        this.outcomes = outcomes;
        this.instruments = instruments;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 67;
    }

    @Override
    public void plant() {
        taken(36, Stage.INTAKE, WORKER, "abuse", "same", "plan", "no", "home", "unmet", "children", "partly", "mind", "partly", "money", "unmet", "stay", "met", "law", "partly", "work", "no-need", "people", "partly");
        taken(36, Stage.INTAKE, CLIENT, "abuse", "same", "safety", "no", "plan", "no", "free", "no", "home", "very-hard", "children", "hard", "body", "all-right", "mind", "very-hard", "money", "very-hard", "law", "hard", "people", "all-right", "difference", "That somebody rang back when she said she would.");
        taken(4, Stage.REVIEW, WORKER, "abuse", "less", "safety", "yes", "plan", "yes", "home", "partly", "children", "met", "mind", "partly", "money", "unmet", "stay", "met", "law", "met", "work", "no-need", "people", "partly", "difference", "The order, and the school knowing.");
        taken(4, Stage.REVIEW, CLIENT, "abuse", "less", "safety", "yes", "plan", "yes", "free", "no", "home", "hard", "children", "all-right", "body", "all-right", "mind", "hard", "money", "very-hard", "law", "all-right", "people", "all-right", "next", "My own bank card.");
        Actor.Worker robin = DemoWorkers.at(ROBIN_FACILITATOR);
        Acting.as(robin, () -> transaction.executeWithoutResult(status -> {
            UUID begun = outcomes.begin(DemoCases.MARCUS, Numbers.PARTICIPANTS, Stage.START, day(1), robin);
            outcomes.finish(DemoCases.MARCUS, begun, 0, sheet(Numbers.PARTICIPANTS, "might-hurt", "no", "self", "no", "hurt", "never", "fear", "little", "leave-room", "seldom", "money", "both", "phone", "once", "say-no", "mostly", "respect", "seldom", "owns", "no", "children", "mixed"), robin);
        }));
        as(true, me -> {
            UUID begun = outcomes.begin(DemoCases.DANIEL, WORKER, Stage.INTAKE, day(1), me);
            outcomes.save(DemoCases.DANIEL, begun, 0, sheet(WORKER, "abuse", "same", "home", "no-need"), me);
        });
    }

    private void taken(int days, Stage stage, String set, String... answers) {
        as(false, me -> {
            CaseId id = DemoCases.SOFIA;
            UUID begun = outcomes.begin(id, set, stage, day(days), me);
            outcomes.finish(id, begun, 0, sheet(set, answers), me);
        });
    }

    private LocalDate day(int ago) {
        return Times.day(clock.instant()).minusDays(ago);
    }

    private AnswerSheet sheet(String set, String... answers) {
        Map<String, String[]> sent = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) sent.put("a." + answers[i], new String[] {answers[i + 1]});
        return AnswerSheet.read(instruments.current(set), sent::get);
    }

    private void as(boolean duty, Consumer<Actor.Worker> what) {
        Actor.Worker me = DemoWorkers.at(duty ? TOM_DUTY_WORKER : MINA_SUPPORT_WORKER);
        Acting.as(me, () -> transaction.executeWithoutResult(status -> what.accept(me)));
    }
}
