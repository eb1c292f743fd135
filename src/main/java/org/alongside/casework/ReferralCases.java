package org.alongside.casework;

import java.util.function.BiConsumer;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.people.PersonId;
import org.alongside.referral.ReferralEvent;
import org.alongside.referral.ReferralId;
import org.alongside.shared.NotFound;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A referral and its case are true together: what happens to the one happens to the other in the same transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReferralCases {
    private final Cases cases;
    private final Closures closures;

    ReferralCases(Cases cases, Closures closures) {
        this.cases = cases;
        this.closures = closures;
    }

    @EventListener
    void on(ReferralEvent.ScreeningStarted started) {
        cases.open(new PersonId(started.person()), started.referral(), me());
    }

    @EventListener
    void on(ReferralEvent.Accepted accepted) {
        CaseId id = cases.open(new PersonId(accepted.person()), accepted.referral(), me());
        cases.accept(id, me());
    }

    @EventListener
    void on(ReferralEvent.Declined declined) {
        ofCase(declined.referral(), (id, me) -> closures.closeWithReferral(id, ClosureReason.DECLINED, me));
    }

    @EventListener
    void on(ReferralEvent.PassedOn passedOn) {
        ofCase(passedOn.referral(), (id, me) -> closures.closeWithReferral(id, ClosureReason.PASSED_ON, me));
    }

    @EventListener
    void on(ReferralEvent.Withdrawn withdrawn) {
        ofCase(withdrawn.referral(), (id, me) -> closures.closeWithReferral(id, ClosureReason.WITHDRAWN, me));
    }

    @EventListener
    void on(ReferralEvent.Reopened reopened) {
        ofCase(reopened.referral(), (id, me) -> closures.reopenWithReferral(id, me));
    }

    private void ofCase(ReferralId referral, BiConsumer<CaseId, Actor.Worker> then) {
        cases.of(referral).ifPresent(id -> then.accept(id, me()));
    }

    private static Actor.Worker me() {
        return Acting.current().filter(Actor.Worker.class::isInstance).map(Actor.Worker.class::cast).orElseThrow(NotFound::new);
    }
}
