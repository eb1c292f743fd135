package org.alongside.selfassessment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;
import org.alongside.standards.Standard.Statement;
import org.alongside.standards.Standards;
import org.springframework.stereotype.Component;

/** Harbour House is in the middle of its first assessment; Lantern Northquay has handed in the starter edition, and lets the council see it; the council has begun to look at how it answers men itself. */
@Component
public class DemoSelfAssessments implements DemoTown {
    public static final SelfAssessmentId HARBOURS = new SelfAssessmentId(DemoTown.id(901)), LANTERNS = new SelfAssessmentId(DemoTown.id(902)), COUNCILS = new SelfAssessmentId(DemoTown.id(903));
    public static final UUID PAGE = DemoTown.id(911), PLAN = DemoTown.id(912), GROUP = DemoTown.id(913);
    private final SelfAssessments assessments;
    private final Shelf shelf;
    private final Standards standards;
    private final ActingTransaction acting;
    private final Clock clock;

    DemoSelfAssessments(SelfAssessments assessments, Shelf shelf, Standards standards, ActingTransaction acting, Clock clock) {
        this.assessments = assessments;
        this.shelf = shelf;
        this.standards = standards;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public void plant() {
        Standard standard = standards.one("supporting-men").orElseThrow();
        Actor.Worker sal = DemoWorkers.at(SAL_MANAGER), nia = DemoWorkers.at(NIA_LEAD_ELSEWHERE), ines = DemoWorkers.at(INES_AT_THE_COUNCIL);
        acting.as(sal, () -> harbour(standard, sal));
        acting.as(nia, () -> lantern(standard, nia));
        acting.as(ines, () -> council(standard, ines));
    }

    private void harbour(Standard standard, Actor.Worker me) {
        assessments.begin(HARBOURS.id(), standard, Edition.SERVICES, "", null, me);
        LocalDate today = Times.day(clock.instant());
        shelf.add(HARBOURS, "L1", PAGE, new NewEvidence(EvidenceKind.LINK, "Our page for men", "What a man reads first when he finds us.", "https://harbour.example/men", null, null, today.minusMonths(2), today.plusMonths(10), me.worker(), ""), null, me);
        shelf.add(HARBOURS, "L3", PLAN, new NewEvidence(EvidenceKind.FILE, "Plan for serving men, this year", "What is offered, what is missing, and when it comes.", null, null, null, today.minusMonths(1), today.plusMonths(11), me.worker(), ""),
                new Shelf.Sent("plan.txt", "Plan for serving men\n\n1. A second evening a week from January.\n2. A leaflet in the barbers' shops of the old town.\n".getBytes(StandardCharsets.UTF_8)), me);
        shelf.add(HARBOURS, "A5", GROUP, new NewEvidence(EvidenceKind.LISTENED, "What men said about their first call", "Asked by the steering group, after the help had ended. Most felt believed; several said the first question was too fast.", null, 18, 31, today.minusMonths(3), today.plusMonths(9), me.worker(), ""), null, me);
        answer(HARBOURS, "L1", Answer.MET, "It stands on our first page and in our plan.", me);
        answer(HARBOURS, "L2", Answer.PARTLY, "Named, but without time for it in the week.", me);
        answer(HARBOURS, "L3", Answer.MET, "The board looks at it every spring.", me);
        answer(HARBOURS, "L9", Answer.NOT_YET, "Income is told apart, spending is not.", me);
        answer(HARBOURS, "A5", Answer.MET, "Asked of everybody who ended with us this year.", me);
    }

    private void lantern(Standard standard, Actor.Worker me) {
        assessments.begin(LANTERNS.id(), standard, Edition.STARTING, "", null, me);
        LocalDate today = Times.day(clock.instant());
        UUID seen = DemoTown.id(914);
        List<Statement> statements = standard.statements(Edition.STARTING);
        shelf.add(LANTERNS, statements.get(0).id(), seen, new NewEvidence(EvidenceKind.SEEN, "Opening day of the service for men", "Two trustees went through the house and read all that hangs on its walls.", null, null, null, today.minusMonths(1), today.plusYears(1), me.worker(), ""), null, me);
        for (Statement statement : statements) {
            boolean later = !statement.isMust();
            if (!later) shelf.use(LANTERNS, statement.id(), List.of(seen), me);
            answer(LANTERNS, statement.id(), later ? Answer.NOT_YET : Answer.MET, later ? "Planned for the spring." : "", me);
        }
        assessments.submit(LANTERNS, me);
        assessments.give(LANTERNS, COUNCIL, "Westermouth Council", Reading.COMMISSIONER, me);
    }

    private void council(Standard standard, Actor.Worker me) {
        assessments.begin(COUNCILS.id(), standard, Edition.ASSOCIATED, "Housing", null, me);
        List<Statement> statements = standard.statements(Edition.ASSOCIATED);
        answer(COUNCILS, statements.get(0).id(), Answer.PARTLY, "Our guidance speaks of everybody; the letters still say “her”.", me);
        answer(COUNCILS, statements.get(1).id(), Answer.NOT_YET, "Nobody is named for it in housing.", me);
    }

    private void answer(SelfAssessmentId id, String statement, Answer answer, String why, Actor.Worker me) {
        assessments.answer(id, statement, 0, answer, why, me);
    }
}
