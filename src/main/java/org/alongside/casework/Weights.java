package org.alongside.casework;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much a case weighs for whoever carries it: for sharing work out fairly, and for nothing about the client. */
@Service
@Transactional
public class Weights {
    public static final int MOST = 20;
    /** Kinds of case that have no word of another room. */
    public static final String SCREENING = "SCREENING", NOT_JUDGED = "NOT_JUDGED";
    private final ObjectProvider<Standings> standings;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Clock clock;

    Weights(ObjectProvider<Standings> standings, AuditTrail audit, JdbcClient sql, Clock clock) {
        this.standings = standings;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** Each kind of case and what it weighs on this side; one where nobody decided. */
    @Transactional(readOnly = true)
    public Map<String, Integer> all(Side side) {
        Map<String, Integer> all = new LinkedHashMap<>();
        kinds(side).forEach(kind -> all.put(kind, 1));
        sql.sql("select cases, weight from casework.weight where organisation_id = access.organisation() and side = access.side()").query((row, number) -> Map.entry(row.getString("cases"), row.getInt("weight"))).list()
                .forEach(one -> all.computeIfPresent(one.getKey(), (kind, before) -> one.getValue()));
        return all;
    }

    private List<String> kinds(Side side) {
        List<String> kinds = standings.stream().filter(room -> side == Side.SUPPORT).flatMap(room -> room.words().stream()).collect(Collectors.toList());
        kinds.addAll(0, List.of(SCREENING, NOT_JUDGED));
        return kinds;
    }

    /** @param weights for each kind of case, from 0 to {@link #MOST} */
    public void decide(Map<String, Integer> weights, Actor.Worker me) {
        me.mustBe(Role.MANAGER);
        if (me.side() == null || !weights.keySet().equals(all(me.side()).keySet()) || weights.values().stream().anyMatch(weight -> weight < 0 || weight > MOST)) throw new RuleBroken("casework.weights", "Enter a whole number from 0 to 20 for each.");
        weights.forEach((kind, weight) -> sql.sql("""
                insert into casework.weight (cases, weight, decided_by, decided_at) values (:kind, :weight, :me, :now)
                on conflict (organisation_id, side, cases) do update set weight = excluded.weight, decided_by = excluded.decided_by, decided_at = excluded.decided_at
                """).param("kind", kind).param("weight", weight).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update());
        audit.changed("organisation", me.organisation().id(), "weights of cases decided");
    }
}
