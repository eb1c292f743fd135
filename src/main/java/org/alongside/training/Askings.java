package org.alongside.training;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens after somebody asked for a place: their own address gets one mail, and what nobody confirms is forgotten. */
@Component
@Transactional
class Askings {
    private final CohortRows cohorts;
    private final Found found;
    private final Mail mail;
    private final JdbcClient sql;
    private final Clock clock;

    Askings(CohortRows cohorts, Found found, Mail mail, JdbcClient sql, Clock clock) {
        this.cohorts = cohorts;
        this.found = found;
        this.mail = mail;
        this.sql = sql;
        this.clock = clock;
    }

    /** @return when it is forgotten if nobody confirms */
    Optional<Instant> look(UUID id) {
        Registration asked = found.one(id).filter(one -> one.standing() == Standing.ASKED).orElse(null);
        if (asked == null) return Optional.empty();
        if (asked.address() == null) {
            Cohort cohort = cohorts.one(asked.cohort());
            Optional<Registration> earlier = found.live(asked.cohort(), found.fingerprint(asked.email()));
            // Safety: only the owner of the address learns that they registered before; whoever typed it here does not.
            if (earlier.isPresent()) {
                mail.tell(earlier.get(), cohort, "already");
                return forgotten(id);
            }
            Instant keepUntil = CohortClock.forgottenAt(cohort.ends().orElse(clock.instant()));
            sql.sql("update training.registration set address_id = :address where id = :id").param("address", mail.ask(asked, cohort, keepUntil).id()).param("id", id).update();
            return Optional.of(clock.instant().plus(Registrations.UNCONFIRMED));
        }
        Instant asks = sql.sql("select asked_at from training.registration where id = :id").param("id", id).query((row, line) -> Times.instant(row, "asked_at")).single();
        Instant until = asks.plus(Registrations.UNCONFIRMED);
        return clock.instant().isBefore(until) ? Optional.of(until) : forgotten(id);
    }

    private Optional<Instant> forgotten(UUID id) {
        sql.sql("delete from training.registration where id = :id and state = 'ASKED'").param("id", id).update();
        return Optional.empty();
    }
}
