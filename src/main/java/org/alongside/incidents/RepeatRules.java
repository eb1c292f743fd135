package org.alongside.incidents;

import java.time.Clock;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rule of the acting organisation. A new one is a new version; the old ones stay readable. */
@Service
@Transactional
public class RepeatRules {
    public static final Role[] ROLES = {Role.MANAGER, Role.SAFEGUARDING_LEAD};
    private final JdbcClient sql;
    private final AuditTrail trail;
    private final Clock clock;

    RepeatRules(JdbcClient sql, AuditTrail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public RepeatRule current() {
        return sql.sql("select version, months, police_reports, why from incidents.repeat_rule where organisation_id = access.organisation() order by version desc limit 1").query(RepeatRule.class).optional().orElse(RepeatRule.SHIPPED);
    }

    /** @param before the version the page showed; RuleBroken when somebody decided meanwhile */
    public void decide(int before, int months, int policeReports, String why, Actor.Worker me) {
        me.mustBe(ROLES);
        if (months < 1 || months > 60) throw new RuleBroken("incidents.months", "Enter a number of months from 1 to 60.");
        if (policeReports < 2 || policeReports > 20) throw new RuleBroken("incidents.reports", "Enter a number of reports from 2 to 20.");
        sql.sql("select pg_advisory_xact_lock(hashtextextended(access.organisation()::text, 5))").query((row, number) -> 0).list();
        if (current().version() != before) throw new RuleBroken("incidents.meanwhile", "Somebody decided this meanwhile. Look at what stands now, then decide again.");
        sql.sql("insert into incidents.repeat_rule (version, months, police_reports, why, decided_by, decided_at) values (:version, :months, :reports, :why, :me, :now)").param("version", before + 1).param("months", months)
                .param("reports", policeReports).param("why", why).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        trail.changed("organisation", me.organisation().id(), "rule of repeats, version " + (before + 1));
    }
}
