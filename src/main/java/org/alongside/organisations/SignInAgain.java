package org.alongside.organisations;

import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.shared.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who is signed in proves once more who they are, before they do what a desk left open must not let anyone do. Called outside a transaction. */
@Service
public class SignInAgain {
    private final OwnAccount own;
    private final SecondFactors factors;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SignInAgain(OwnAccount own, SecondFactors factors, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.own = own;
        this.factors = factors;
        this.transaction = transaction;
        this.events = events;
    }

    /** Whether this worker has an app for one-time codes, so that a code is asked for too. */
    public boolean asksForCode(Actor.Worker me) {
        return factors.isSet(account(me));
    }

    /** Goes on only with the right password and, where one is set up, a code not used before. RuleBroken("password.current") or RuleBroken("sign-in.code") otherwise; each is in the trail. */
    public void confirm(Actor.Worker me, String password, String code) {
        try {
            own.confirm(me, password);
        } catch (RuleBroken refused) {
            Acting.as(new Actor.Job(me.organisation(), "sign-in"), () -> transaction.executeWithoutResult(status -> events.publishEvent(new SignInEvent.Refused(me.worker(), SignInEvent.Step.PASSWORD))));
            throw refused;
        }
        boolean codes = asksForCode(me);
        if (codes && code.isBlank()) throw new RuleBroken("sign-in.code", "Enter the 6 digits your app shows");
        if (codes && !right(me, code)) throw new RuleBroken("sign-in.code", "This code is not right, or it was used already. Wait for the next one");
    }

    private boolean right(Actor.Worker me, String code) {
        try {
            return factors.check(account(me), code);
        } catch (RuleBroken tooMany) {
            throw new RuleBroken("sign-in.code", String.valueOf(tooMany.getMessage()));
        }
    }

    private static Account account(Actor.Worker me) {
        return new Account(me.worker(), me.organisation(), false);
    }
}
