package org.alongside.retention;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.audit.AuditTrail;
import org.alongside.disclosure.Disclosure;
import org.alongside.matching.Matching;
import org.alongside.messages.Messages;
import org.alongside.people.PersonFiles;
import org.alongside.people.PersonId;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases what has had its time or what two people agreed on: a file whole or not at all. What was here by mistake is not counted as work that was done. */
@Component
public class Eraser {
    static final String NIGHTLY = "erase-by-clock", AGREED = "erase-agreed";
    /** The name the database policies know the eraser by. */
    public static final String ERASE = "erase";
    private static final int A_NIGHT = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Eraser.class);
    private final ObjectProvider<Keeps> rooms;
    private final ObjectProvider<Ages> logs;
    private final Files files;
    private final Rules rules;
    private final Holds holds;
    private final Erasures erasures;
    private final PersonFiles people;
    private final Matching matching;
    private final Disclosure disclosure;
    private final Messages messages;
    private final AuditTrail trail;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Eraser(ObjectProvider<Keeps> rooms, ObjectProvider<Ages> logs, Files files, Rules rules, Holds holds, Erasures erasures, PersonFiles people, Matching matching, Disclosure disclosure, Messages messages, AuditTrail trail, JdbcClient sql,
            TransactionTemplate transaction, Clock clock) {
        this.rooms = rooms;
        this.logs = logs;
        this.files = files;
        this.rules = rules;
        this.holds = holds;
        this.erasures = erasures;
        this.people = people;
        this.matching = matching;
        this.disclosure = disclosure;
        this.messages = messages;
        this.trail = trail;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The next night of this machine: jobs run by its time, also where the house pretends another. */
    static Instant nextNight() {
        return Times.day(Clock.systemUTC().instant()).plusDays(1).atTime(LocalTime.of(3, 0)).atZone(Times.LONDON).toInstant();
    }

    /** One night of the acting organisation, on one side. */
    void night() {
        LocalDate today = Times.day(clock.instant());
        List<Files.Due> due = transaction.execute(status -> files.dueBy(today, A_NIGHT));
        due.forEach(one -> byClock(one, today));
        transaction.executeWithoutResult(status -> rules.all().values().stream().filter(rule -> rule.isInForce(today)).forEach(rule -> old(rule, today)));
    }

    void byClock(Files.Due due, LocalDate today) {
        try {
            transaction.executeWithoutResult(status -> {
                PersonId person = due.file().person();
                // Safety: a case that was opened again since the list was made is somebody's work; it stays.
                if (person != null && !files.isDue(person, today)) return;
                if (person != null) erase(person, true);
                else room(due.kind()).eraseRecord(due.file().record());
                count(due.kind(), "TIME", 1);
            });
        } catch (RuleBroken | DataAccessException stays) {
            // Somebody works with it again, or holds it: it stays, and the others go on.
            LOG.warn("A file whose time is up on {} was not erased: {}", today, stays.getClass().getSimpleName());
        }
    }

    /** What two people agreed on. A file that is needed by now stays, and is tried again. */
    void agreed(UUID id) {
        transaction.executeWithoutResult(status -> erasures.agreed(id).ifPresent(erasure -> {
            files.mustNotBeNeeded(erasure.person());
            erase(erasure.person(), erasure.why() != ErasureReason.MISTAKE);
            count(KeptKind.CASE, erasure.why().name(), 1);
        }));
    }

    /**
     * Takes back a file that should never have come, such as one of an import that is undone: nothing of it is counted. In the transaction of whoever calls, as the job "erase".
     * RuleBroken when it is held, or somebody asks for it.
     */
    public void takeBack(PersonId person) {
        if (files.isAskedFor(person)) throw new RuleBroken("retention.asked-for", "Somebody asks for what we hold about this person.");
        erase(person, false);
    }

    /** Erases a file, in the transaction of whoever calls. */
    void erase(PersonId person, boolean counted) {
        Set<PersonId> around = people.around(person);
        gone(person, counted);
        // Safety: whoever was only named by this person goes with them; whoever has a file of their own, or is named by somebody else, stays.
        around.stream().filter(other -> !people.isNamed(other) && files.isOnlyNamed(other)).forEach(other -> gone(other, counted));
    }

    private void gone(PersonId person, boolean counted) {
        rooms.forEach(room -> room.erase(person, counted));
        matching.erase(person.id());
        disclosure.erase(person);
        messages.erase(person);
        holds.erase(person);
        erasures.erase(person);
        people.erase(person);
        trail.changed("person", person.id(), "erased");
    }

    private void old(Rule rule, LocalDate today) {
        Instant before = rule.endedBefore(today);
        int erased = rule.kind() == KeptKind.MESSAGE ? messages.eraseBefore(before) : logs.stream().filter(log -> log.kind() == rule.kind()).mapToInt(log -> log.eraseBefore(before)).sum();
        if (erased > 0) count(rule.kind(), "TIME", erased);
    }

    private Keeps room(KeptKind kind) {
        return rooms.stream().filter(room -> room.kind() == kind).findFirst().orElseThrow();
    }

    private void count(KeptKind kind, String why, int records) {
        sql.sql("""
                insert into retention.erased (month, kind, why, records) values (:month, :kind, :why, :records)
                on conflict (organisation_id, month, kind, why) do update set records = retention.erased.records + excluded.records
                """).param("month", Times.day(clock.instant()).withDayOfMonth(1)).param("kind", kind.name()).param("why", why).param("records", records).update();
    }

    // Safety: the eraser, too, stands on one side of the wall at a time.
    private static void onEachSide(OrganisationId organisation, Runnable work) {
        for (Side side : Side.values()) Acting.as(new Actor.Job(organisation, ERASE, side), work);
    }

    @Configuration(proxyBeanMethods = false)
    static class Erasing {
        @Bean
        CustomTask<Void> whatHadItsTimeIsErased(Eraser eraser) {
            return Jobs.repeating(NIGHTLY, (organisation, row) -> {
                onEachSide(organisation, eraser::night);
                return Optional.of(nextNight());
            });
        }

        @Bean
        OneTimeTask<Void> whatWasAgreedIsErased(Eraser eraser) {
            return Jobs.task(AGREED, (organisation, erasure) -> onEachSide(organisation, () -> eraser.agreed(erasure)));
        }
    }
}
