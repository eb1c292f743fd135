package org.alongside.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a cohort's own time brings: a reminder before each session, a word afterwards to those who came and another to those who did not, and in the end forgetting who it was. */
@Component
@Transactional
class CohortClock {
    static final Duration REMIND_BEFORE = Duration.ofHours(24), TELL_AFTER = Duration.ofHours(24), LOOK_EVERY = Duration.ofDays(1);
    /** Names and addresses go after this; what is counted stays. */
    static final Period FORGET_AFTER = Period.ofMonths(24);
    /** What somebody needs to take part goes as soon as they have taken part. */
    static final Duration NEEDS_GO_AFTER = Duration.ofDays(30);
    private final CohortRows cohorts;
    private final Found found;
    private final Attendances attendances;
    private final AskedAbout asked;
    private final Mail mail;
    private final JdbcClient sql;
    private final Clock clock;

    CohortClock(CohortRows cohorts, Found found, Attendances attendances, AskedAbout asked, Mail mail, JdbcClient sql, Clock clock) {
        this.cohorts = cohorts;
        this.found = found;
        this.attendances = attendances;
        this.asked = asked;
        this.mail = mail;
        this.sql = sql;
        this.clock = clock;
    }

    /** Does what is due now. @return when to look again; empty once it is forgotten */
    Optional<Instant> look(UUID id) {
        Cohort cohort = cohorts.one(id);
        Instant now = clock.instant(), ends = cohort.ends().orElse(now);
        Optional<Instant> askAgain = asked.followUp(cohort);
        if (!cohort.isCalledOff()) {
            remind(cohort, now);
            if (cohort.toldAfterAt() == null && !now.isBefore(ends.plus(TELL_AFTER))) tellAfter(cohort);
            if (askAgain.filter(at -> !now.isBefore(at)).isPresent()) askAgain(cohort);
        }
        if (now.isAfter(ends.plus(NEEDS_GO_AFTER))) sql.sql("delete from training.access_need n using training.registration r where r.id = n.registration_id and r.cohort_id = :id").param("id", id).update();
        if (!now.isBefore(forgottenAt(ends))) {
            forget(id);
            return Optional.empty();
        }
        return Stream.concat(cohort.sessions().stream().map(one -> one.from().minus(REMIND_BEFORE)), Stream.of(ends.plus(TELL_AFTER), ends.plus(NEEDS_GO_AFTER).plusSeconds(1), forgottenAt(ends), askAgain.orElse(ends), now.plus(LOOK_EVERY))).filter(now::isBefore).min(Instant::compareTo);
    }

    static Instant forgottenAt(Instant ends) {
        return Times.london(ends).plus(FORGET_AFTER).toInstant();
    }

    private void remind(Cohort cohort, Instant now) {
        for (Session session : cohort.sessions()) {
            if (now.isBefore(session.from().minus(REMIND_BEFORE)) || !now.isBefore(session.from())) continue;
            if (sql.sql("update training.session set reminded_at = :now where id = :id and reminded_at is null").param("now", Times.at(now)).param("id", session.id()).update() == 0) continue;
            found.standing(cohort.id(), Standing.PLACED).forEach(one -> mail.tell(one, cohort, "reminder"));
        }
    }

    /** A word to those who came and another to those who did not; once. */
    void tellAfter(Cohort cohort) {
        if (sql.sql("update training.cohort set told_after_at = :now where id = :id and told_after_at is null").param("now", Times.at(clock.instant())).param("id", cohort.id()).update() == 0) return;
        Set<UUID> came = came(cohort);
        found.standing(cohort.id(), Standing.PLACED).forEach(one -> mail.tell(one, cohort, came.contains(one.id()) ? "attended" : "absent"));
    }

    /** Some months later those who came are asked what it is like now; once. */
    private void askAgain(Cohort cohort) {
        if (sql.sql("update training.cohort set asked_again_at = :now where id = :id and asked_again_at is null").param("now", Times.at(clock.instant())).param("id", cohort.id()).update() == 0) return;
        Set<UUID> came = came(cohort);
        found.standing(cohort.id(), Standing.PLACED).stream().filter(one -> came.contains(one.id())).forEach(one -> mail.tell(one, cohort, "follow-up"));
    }

    private Set<UUID> came(Cohort cohort) {
        return attendances.ofCohort(cohort.id()).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private void forget(UUID cohort) {
        sql.sql("""
                update training.registration set name = null, email = null, email_fingerprint = null, holder = null, token = null, address_id = null, workplace = null where cohort_id = :id
                """).param("id", cohort).update();
        sql.sql("update training.cohort set forgotten_at = :now where id = :id").param("now", Times.at(clock.instant())).param("id", cohort).update();
    }
}
