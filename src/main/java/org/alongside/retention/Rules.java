package org.alongside.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long the acting organisation keeps what. Nothing is erased by itself before somebody decided. */
@Service
@Transactional
public class Rules {
    public static final Role[] ROLES = {Role.PRIVACY_LEAD, Role.SAFEGUARDING_LEAD, Role.MANAGER};
    public static final int LONGEST_MONTHS = 600;
    /** How long everybody has to object when something is to be erased sooner than before. */
    public static final int NOTICE_DAYS = 30;
    private final JdbcClient sql;
    private final AuditTrail trail;
    private final Jobs jobs;
    private final Clock clock;

    Rules(JdbcClient sql, AuditTrail trail, Jobs jobs, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Those that were decided. */
    public Map<KeptKind, Rule> all() {
        Map<KeptKind, Rule> all = new EnumMap<>(KeptKind.class);
        sql.sql("select * from retention.rule where organisation_id = access.organisation()").query(Rules::rule).list().forEach(rule -> all.put(rule.kind(), rule));
        return all;
    }

    public void decide(KeptKind kind, int months, String why, Actor.Worker me) {
        me.mustBe(ROLES);
        if (months < 1 || months > LONGEST_MONTHS) throw new RuleBroken("retention.months", "Enter a number of months from 1 to 600.");
        Rule before = all().get(kind);
        Instant now = clock.instant();
        LocalDate today = Times.day(now);
        // Safety: what would be gone sooner than before is gone only after everybody had time to object.
        LocalDate from = before == null || months < before.months() ? today.plusDays(NOTICE_DAYS) : before.from();
        sql.sql("""
                insert into retention.rule (kind, months, why, from_day, decided_by, decided_at) values (:kind, :months, :why, :from, :by, :at)
                on conflict (organisation_id, kind) do update set months = excluded.months, why = excluded.why, from_day = excluded.from_day, decided_by = excluded.decided_by, decided_at = excluded.decided_at
                """).param("kind", kind.name()).param("months", months).param("why", why).param("from", from).param("by", me.worker().id()).param("at", Times.at(now)).update();
        trail.changed("organisation", me.organisation().id(), "kept for " + months + " months: " + kind);
        jobs.ask(Eraser.NIGHTLY, me.organisation(), me.organisation().id(), Eraser.nextNight());
    }

    private static Rule rule(ResultSet row, int number) throws SQLException {
        return new Rule(KeptKind.valueOf(row.getString("kind")), row.getInt("months"), row.getString("why"), row.getObject("from_day", LocalDate.class), new WorkerId(row.getObject("decided_by", UUID.class)),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
