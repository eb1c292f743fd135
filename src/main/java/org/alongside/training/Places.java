package org.alongside.training;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Jobs;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Sector;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who gets which place. Every verb first holds the cohort's row until its transaction ends, so that five hundred people who press at once come one after the other:
 * no place is given twice, and nobody who asked is lost. For the job "training" and for those who train.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Places {
    static final String LAPSE = "training-lapse";
    private final CohortRows cohorts;
    private final Found found;
    private final Mail mail;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final Clock clock;

    Places(CohortRows cohorts, Found found, Mail mail, Jobs jobs, JdbcClient sql, Clock clock) {
        this.cohorts = cohorts;
        this.found = found;
        this.mail = mail;
        this.jobs = jobs;
        this.sql = sql;
        this.clock = clock;
    }

    /** They pressed the button in their mail: a place when there is one for them, else the end of the waiting list. @return theirs, or the earlier one of the same address */
    Registration confirm(UUID id, String emailFingerprint) {
        Registration asked = held(id);
        if (asked.standing() != Standing.ASKED) return asked;
        Optional<Registration> earlier = found.live(asked.cohort(), emailFingerprint);
        if (earlier.isPresent()) {
            sql.sql("delete from training.registration where id = :id").param("id", id).update();
            return earlier.get();
        }
        Cohort cohort = cohort(asked);
        if (!cohort.isOpenAt(clock.instant())) throw new RuleBroken("training.closed", "training.closed");
        int number = sql.sql("update training.cohort set joined = joined + 1 where id = :id returning joined").param("id", asked.cohort()).query(Integer.class).single();
        sql.sql("update training.registration set number = :number where id = :id").param("number", number).param("id", id).update();
        become(asked, new Room(cohort, held(cohort)).isThereFor(asked.sector()) ? Standing.PLACED : Standing.WAITING, null);
        recount(cohort.id());
        return told(id, cohort);
    }

    /** They take the place that was kept for them. */
    Registration take(UUID id) {
        Registration offered = held(id);
        if (offered.standing() == Standing.PLACED) return offered;
        if (offered.offeredUntil() == null || !clock.instant().isBefore(offered.offeredUntil())) throw new RuleBroken("training.passed", "training.passed");
        become(offered, Standing.PLACED, null);
        return told(id, cohort(offered));
    }

    /** They do not want the place that was kept for them, or give theirs back, or wait no more. Pressing twice does it once. */
    Registration leave(UUID id) {
        Registration leaving = held(id);
        if (!leaving.standing().isLive()) return leaving;
        become(leaving, leaving.standing() == Standing.OFFERED ? Standing.REFUSED : Standing.WITHDRAWN, null);
        Cohort cohort = cohort(leaving);
        advance(cohort);
        return told(id, cohort);
    }

    /** The offer's time is up. @return when to look again, while it still runs */
    Optional<Instant> lapse(UUID id) {
        Optional<Registration> there = found.one(id);
        if (there.isEmpty()) return Optional.empty();
        Registration offered = held(id);
        if (offered.standing() != Standing.OFFERED || offered.offeredUntil() == null) return Optional.empty();
        if (clock.instant().isBefore(offered.offeredUntil())) return Optional.of(offered.offeredUntil());
        become(offered, Standing.LAPSED, null);
        Cohort cohort = cohort(offered);
        advance(cohort);
        told(id, cohort);
        return Optional.empty();
    }

    /** The room or its limits changed: whoever waits and now fits is offered a place. */
    void lookAgain(UUID cohort) {
        hold(cohort);
        advance(cohorts.one(cohort));
    }

    void tellOfMove(UUID cohort) {
        tellAll(cohort, "moved", Standing.PLACED, Standing.OFFERED);
    }

    void tellOfCallingOff(UUID cohort) {
        hold(cohort);
        tellAll(cohort, "called-off", Standing.PLACED, Standing.OFFERED, Standing.WAITING);
    }

    private void tellAll(UUID id, String news, Standing... standings) {
        Cohort cohort = cohorts.one(id);
        found.standing(id, standings).forEach(one -> mail.tell(one, cohort, news));
    }

    /** Offers what is free to those who wait, in their order; somebody whose sector is full lets the next one by. */
    private void advance(Cohort cohort) {
        Instant now = clock.instant();
        Instant ends = cohort.starts().orElse(now), until = earlier(now.plus(Duration.ofHours(cohort.offerHours())), ends);
        if (cohort.isOpenAt(now)) {
            Room room = new Room(cohort, held(cohort));
            for (Iterator<Registration> waiting = found.standing(cohort.id(), Standing.WAITING).iterator(); waiting.hasNext() && room.isThereForAnyone(); ) {
                Registration next = waiting.next();
                if (!room.isThereFor(next.sector())) continue;
                become(next, Standing.OFFERED, until);
                room.give(next.sector());
                jobs.ask(LAPSE, next.organisation(), next.id(), until);
                told(next.id(), cohort);
            }
        }
        recount(cohort.id());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** What is left of a cohort's places, as they are given. */
    private static final class Room {
        private final Cohort cohort;
        private final Map<Sector, Integer> held;
        private int taken;

        Room(Cohort cohort, Map<Sector, Integer> held) {
            this.cohort = cohort;
            this.held = new EnumMap<>(Sector.class);
            this.held.putAll(held);
            this.taken = held.values().stream().mapToInt(Integer::intValue).sum();
        }

        boolean isThereForAnyone() {
            return taken < cohort.capacity();
        }

        boolean isThereFor(Sector sector) {
            return isThereForAnyone() && held.getOrDefault(sector, 0) < cohort.limits().getOrDefault(sector, Integer.MAX_VALUE);
        }

        void give(Sector sector) {
            taken++;
            held.merge(sector, 1, Integer::sum);
        }
    }

    private Map<Sector, Integer> held(Cohort cohort) {
        Map<Sector, Integer> held = new EnumMap<>(Sector.class);
        sql.sql("select sector, count(*) as places from training.registration where cohort_id = :id and state in ('PLACED', 'OFFERED') group by sector").param("id", cohort.id()).query(row -> {
            held.put(Sector.valueOf(row.getString("sector")), row.getInt("places"));
        });
        return held;
    }

    private Registration held(UUID id) {
        Registration before = found.one(id).orElseThrow(() -> new NotFound("registration", id));
        hold(before.cohort());
        // Read again: somebody else may have been first.
        return found.one(id).orElseThrow(() -> new NotFound("registration", id));
    }

    private void hold(UUID cohort) {
        // Safety: one at a time for each cohort; without this line two people get the last place.
        sql.sql("select id from training.cohort where id = :id for update").param("id", cohort).query(UUID.class).single();
    }

    private void become(Registration registration, Standing next, @Nullable Instant offeredUntil) {
        sql.sql("update training.registration set state = :state, offered_until = :until, changed_at = :now where id = :id").param("state", registration.standing().to(next).name()).param("until", Times.atOrNull(offeredUntil), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", Times.at(clock.instant())).param("id", registration.id()).update();
    }

    private void recount(UUID cohort) {
        sql.sql("""
                update training.cohort h set taken = n.taken, waiting = n.waiting
                  from (select count(*) filter (where state in ('PLACED', 'OFFERED')) as taken, count(*) filter (where state = 'WAITING') as waiting from training.registration where cohort_id = :id) n where h.id = :id
                """).param("id", cohort).update();
    }

    private Registration told(UUID id, Cohort cohort) {
        Registration now = found.one(id).orElseThrow(() -> new NotFound("registration", id));
        mail.tell(now, cohort, now.standing().name().toLowerCase(Locale.ROOT));
        return now;
    }

    private Cohort cohort(Registration registration) {
        return cohorts.one(registration.cohort());
    }

    /** How many wait in front of them, and they themselves: 1 is next. */
    int position(Registration waiting) {
        return sql.sql("select count(*) from training.registration where cohort_id = :cohort and state = 'WAITING' and number <= :number").param("cohort", waiting.cohort()).param("number", waiting.number()).query(Integer.class).single();
    }
}
