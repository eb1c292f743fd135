package org.alongside.casework;

import java.util.Collections;
import java.util.Set;
import org.alongside.access.Role;

/** Which roles work with cases; the database says the same in {@code casework.wall}. */
final class CaseRoles {
    private static final Set<Role> CASE_WORK = Set.of(Role.SUPPORT_WORKER, Role.CHILDRENS_WORKER, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.FACILITATOR, Role.PARTNER_SUPPORT);

    private CaseRoles() {
    }

    static boolean mayHoldCases(Set<Role> roles) {
        return !Collections.disjoint(roles, CASE_WORK);
    }
}
