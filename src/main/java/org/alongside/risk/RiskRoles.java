package org.alongside.risk;

import java.util.Collections;
import java.util.Set;
import org.alongside.access.Role;

/** Which roles assess; the database says the same in {@code risk.wall}. */
final class RiskRoles {
    private static final Set<Role> ASSESS = Set.of(Role.SUPPORT_WORKER, Role.CHILDRENS_WORKER, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.PARTNER_SUPPORT);

    private RiskRoles() {
    }

    static boolean mayAssess(Set<Role> roles) {
        return !Collections.disjoint(roles, ASSESS);
    }
}
