package org.alongside.agencies.web;

import java.util.UUID;
import org.alongside.agencies.Agency;
import org.alongside.agencies.Agency.Team;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** @param changed the team whose change was refused just now; null where another form was */
record AgencyPage(Agency agency, boolean mayWrite, AgencyForm form, TeamForm team, @Nullable UUID changed, Problems problems) {
    boolean isRefused(Team one) {
        return one.id().equals(changed);
    }

    String path() {
        return "/desk/agencies/" + agency.id();
    }
}
