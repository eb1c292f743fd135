package org.alongside.risk;

import java.util.Set;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.shared.NotFound;
import org.alongside.shared.Side;

/** Which roles assess; the database says the same in {@code risk.wall}. */
final class RiskRoles {

    private RiskRoles() {
    }

    static boolean mayAssess(Set<Role> roles) {
        return Stream.of(CaseRoles.SUPPORT).anyMatch(roles::contains);
    }

    /** Goes on only on the side of people harmed, with a role that assesses, in an open case. */
    static void mustAssess(Cases cases, CaseId id, Actor.Worker me) {
        if (me.side() != Side.SUPPORT || !mayAssess(me.roles())) throw new NotFound("case", id.id());
        cases.mustBeOpenFor(id, me);
    }
}
