package org.alongside.audit;

import java.util.Locale;
import java.util.UUID;
import org.alongside.organisations.SignInEvent;
import org.alongside.organisations.WorkerEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what happens at the sign-in door and in the team, in the transaction in which it happens. */
@Component
class WorkersInTheTrail {
    private static final String WORKER = "worker";
    private final AuditTrail trail;

    WorkersInTheTrail(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void on(WorkerEvent event) {
        trail.changed(WORKER, event.worker().id(), event.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    @EventListener
    void on(SignInEvent event) {
        if (event instanceof SignInEvent.In in) trail.changed(WORKER, in.worker().id(), "signed in");
        else if (event instanceof SignInEvent.Out out) trail.changed(WORKER, out.worker().id(), "signed out");
        else if (event instanceof SignInEvent.Changed changed) trail.changed(WORKER, changed.worker().id(), changed.verb());
        else if (event instanceof SignInEvent.Refused refused) trail.refused(WORKER, id(refused), "sign-in: " + refused.step().name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable UUID id(SignInEvent.Refused refused) {
        return refused.worker() == null ? null : refused.worker().id();
    }
}
