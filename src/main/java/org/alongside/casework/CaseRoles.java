package org.alongside.casework;

import java.util.Set;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.shared.NotFound;

/** Which roles work with cases; the database says the same in {@code casework.wall}. */
public final class CaseRoles {
    /** Beside people who are harmed. */
    public static final Role[] SUPPORT = {Role.SUPPORT_WORKER, Role.CHILDRENS_WORKER, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.PARTNER_SUPPORT};
    /** With people who use abusive behaviour. */
    public static final Role[] PROGRAMME = {Role.FACILITATOR, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD};
    /** With cases of one side or the other. */
    public static final Role[] ANY = Stream.concat(Stream.of(SUPPORT), Stream.of(Role.FACILITATOR)).toArray(Role[]::new);

    private CaseRoles() {
    }

    public static boolean mayHoldCases(Set<Role> roles) {
        return Stream.of(ANY).anyMatch(roles::contains);
    }

    /** Goes on only for somebody who works with cases, on one side of the wall; for anyone else there is nothing here. */
    public static void mustBeHeldBy(Actor.Worker me) {
        if (me.side() == null || !mayHoldCases(me.roles())) throw new NotFound();
    }
}
