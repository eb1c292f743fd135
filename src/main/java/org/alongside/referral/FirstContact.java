package org.alongside.referral;

import java.time.Duration;
import java.time.Instant;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How soon an organisation means to make first contact. */
@Service
@Transactional
public class FirstContact {
    private static final Within USUAL = new Within(Duration.ofHours(2), Duration.ofHours(24), Duration.ofHours(1));
    private final JdbcClient sql;

    FirstContact(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param urgent when somebody may be in danger, {@code usual} otherwise, {@code manager} how long after that the manager is told too */
    public record Within(Duration urgent, Duration usual, Duration manager) {
        public Instant due(Danger danger, Instant received) {
            return received.plus(danger.isUrgent() ? urgent : usual);
        }
    }

    /** Two hours in danger, a day otherwise, the manager an hour later, unless the organisation has decided differently. */
    public Within of(OrganisationId organisation) {
        return sql.sql("select urgent_minutes, usual_minutes, manager_minutes from referral.first_contact where organisation_id = :id").param("id", organisation.id())
                .query((row, n) -> new Within(Duration.ofMinutes(row.getInt(1)), Duration.ofMinutes(row.getInt(2)), Duration.ofMinutes(row.getInt(3)))).optional().orElse(USUAL);
    }

    public void decide(Within within, Actor.Worker me) {
        me.mustBe(Role.MANAGER);
        sql.sql("""
                insert into referral.first_contact (organisation_id, urgent_minutes, usual_minutes, manager_minutes) values (:id, :urgent, :usual, :manager)
                on conflict (organisation_id) do update set urgent_minutes = excluded.urgent_minutes, usual_minutes = excluded.usual_minutes, manager_minutes = excluded.manager_minutes
                """).param("id", me.organisation().id()).param("urgent", within.urgent().toMinutes()).param("usual", within.usual().toMinutes()).param("manager", within.manager().toMinutes()).update();
    }
}
