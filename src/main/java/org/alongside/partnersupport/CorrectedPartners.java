package org.alongside.partnersupport;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.FollowsCorrection;
import org.alongside.shared.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody beside whom partner support stands, and who is seen to cause harm: leads must look at the pair. Nothing is told or ended by itself. */
@Component
@Transactional(readOnly = true)
class CorrectedPartners implements FollowsCorrection {
    private final JdbcClient sql;

    CorrectedPartners(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Consequence> of(Collection<CaseId> cases) {
        if (Acting.current().filter(actor -> actor instanceof Actor.Worker me && me.side() == Side.SUPPORT).isEmpty()) return List.of();
        int pairs = sql.sql("select count(*) from partnersupport.partner where case_id = any (:cases)").param("cases", cases.stream().map(CaseId::id).toArray(UUID[]::new)).query(Integer.class).single();
        return pairs == 0 ? List.of() : List.of(new Consequence(10, "Partner support stands beside them as the partner of somebody in a programme. Talk with partner support now: tell them nothing more of that programme; whoever takes part in it may be the one harmed.", false, true));
    }
}
