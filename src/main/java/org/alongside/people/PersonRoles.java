package org.alongside.people;

import org.alongside.access.Role;

/** Which roles work with people; the database says the same on each table of this room. */
public final class PersonRoles {
    public static final Role[] ANY = {Role.VOLUNTEER, Role.HELPLINE, Role.SUPPORT_WORKER, Role.CHILDRENS_WORKER, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.PRIVACY_LEAD, Role.FACILITATOR, Role.PARTNER_SUPPORT};
    /** Who must know where somebody lives and who is around them. */
    public static final Role[] CLOSE = {Role.HELPLINE, Role.SUPPORT_WORKER, Role.CHILDRENS_WORKER, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.FACILITATOR, Role.PARTNER_SUPPORT};

    private PersonRoles() {
    }
}
