package org.alongside.awards;

import java.time.Clock;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.organisations.DemoWorkers;
import org.alongside.peerreview.Finding;
import org.alongside.peerreview.Method;
import org.alongside.peerreview.Reviews;
import org.alongside.selfassessment.Answer;
import org.alongside.selfassessment.DemoSelfAssessments;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.shared.Times;
import org.alongside.standards.Standard.Statement;
import org.springframework.stereotype.Component;

/** The invented board has made the invented standard its own, and awarded it to Lantern Northquay. */
@Component
public class DemoAwards implements DemoTown {
    public static final UUID REVIEW = DemoTown.id(921), AWARD = DemoTown.id(922);
    private final Adoptions adoptions;
    private final SelfAssessments assessments;
    private final Reviews reviews;
    private final Awards awards;
    private final ActingTransaction acting;
    private final Clock clock;

    DemoAwards(Adoptions adoptions, SelfAssessments assessments, Reviews reviews, Awards awards, ActingTransaction acting, Clock clock) {
        this.adoptions = adoptions;
        this.assessments = assessments;
        this.reviews = reviews;
        this.awards = awards;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 92;
    }

    @Override
    public void plant() {
        Actor.Worker nia = DemoWorkers.at(NIA_LEAD_ELSEWHERE), noor = DemoWorkers.at(NOOR_REVIEWER), wren = DemoWorkers.at(WREN_REVIEWER);
        acting.as(new Actor.Installer(), () -> adoptions.adopt(QUALITY_BOARD, "Tideway Quality Board", "supporting-men"));
        acting.as(noor, () -> reviews.offer(true, noor));
        acting.as(nia, () -> reviews.ask(REVIEW, DemoSelfAssessments.LANTERNS, QUALITY_BOARD, nia));
        acting.as(noor, () -> {
            reviews.take(REVIEW, false, "Nothing connects me with them.", noor);
            for (Statement must : reviews.one(REVIEW).musts(assessments.one(DemoSelfAssessments.LANTERNS))) {
                reviews.find(REVIEW, must.id(), 0, new Finding.Written(Answer.MET, "Seen on the visit, and told the same by two of the staff.", Method.OBSERVE, Times.day(clock.instant())), noor);
            }
            reviews.show(REVIEW, "A young service that does what it says. The evenings are thinly staffed.", noor);
        });
        acting.as(nia, () -> reviews.endReply(REVIEW, "Thank you. A second worker for the evenings begins in January.", nia));
        acting.as(wren, () -> awards.decide(AWARD, REVIEW, true, "All musts were found to be met.", wren));
    }
}
