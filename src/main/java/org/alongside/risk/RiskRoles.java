package org.alongside.risk;

import java.util.Collections;
import java.util.Set;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.shared.NotFound;
import org.alongside.shared.Side;

/** Which roles assess; the database says the same in {@code risk.wall}. */
final class RiskRoles {
    private static final Set<Role> ASSESS = Set.of(Role.SUPPORT_WORKER, Role.CHILDRENS_WORKER, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.PARTNER_SUPPORT);

    private RiskRoles() {
    }

    static boolean mayAssess(Set<Role> roles) {
        return !Collections.disjoint(roles, ASSESS);
    }

    /** Goes on only on the side of people harmed, with a role that assesses, in an open case. */
    static void mustAssess(Cases cases, CaseId id, Actor.Worker me) {
        if (me.side() != Side.SUPPORT || !mayAssess(me.roles())) throw new NotFound("case", id.id());
        cases.mustBeOpenFor(id, me);
    }
}
