package org.alongside.casework;

import java.util.Collections;
import java.util.Set;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.shared.NotFound;

/** Which roles work with cases; the database says the same in {@code casework.wall}. */
public final class CaseRoles {
    private static final Set<Role> CASE_WORK = Set.of(Role.SUPPORT_WORKER, Role.CHILDRENS_WORKER, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.FACILITATOR, Role.PARTNER_SUPPORT);

    private CaseRoles() {
    }

    public static boolean mayHoldCases(Set<Role> roles) {
        return !Collections.disjoint(roles, CASE_WORK);
    }

    /** Goes on only for somebody who works with cases, on one side of the wall; for anyone else there is nothing here. */
    public static void mustBeHeldBy(Actor.Worker me) {
        if (me.side() == null || !mayHoldCases(me.roles())) throw new NotFound();
    }
}
