package org.alongside.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.messages.Confirmations;
import org.alongside.messages.Messages;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Secrets;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Asking for a place without an account, and what whoever holds the link in their mail can do. */
@Service
public class Registrations {
    /** What the house itself does with registrations, it does as this job: places are given by rules, not by whoever happens to press. */
    static final String JOB = "training";
    static final String ASKED = "training-asked";
    static final Duration UNCONFIRMED = Duration.ofDays(14);
    private final Cohorts cohorts;
    private final Places places;
    private final Attendances attendances;
    private final AskedAbout asked;
    private final Found found;
    private final Confirmations confirmations;
    private final Messages messages;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Clock clock;

    Registrations(Cohorts cohorts, Places places, Attendances attendances, AskedAbout asked, Found found, Confirmations confirmations, Messages messages, Jobs jobs, JdbcClient sql, TransactionTemplate transaction, Seal seal, Clock clock) {
        this.cohorts = cohorts;
        this.places = places;
        this.attendances = attendances;
        this.asked = asked;
        this.found = found;
        this.confirmations = confirmations;
        this.messages = messages;
        this.jobs = jobs;
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Keeps what somebody asked; whether they have a place is decided when they press the button in their mail. RuleBroken when nobody can register any more.
     * Safety: the same rows and the same time for an address that is new and one that is known; which mail it gets is decided later, by a job.
     */
    public void ask(UUID cohortId, Asked asked) {
        transaction.executeWithoutResult(status -> {
            Cohort cohort = cohorts.one(cohortId);
            if (!cohort.isOpenAt(clock.instant())) throw new RuleBroken("training.closed", "training.closed");
            UUID id = UUID.randomUUID();
            String token = Secrets.random();
            sql.sql("""
                    insert into training.registration (id, organisation_id, cohort_id, state, name, email, email_fingerprint, holder, token, sector, agency_id, team_id, workplace, welsh, asked_at, changed_at)
                    values (:id, :organisation, :cohort, 'ASKED', :name, :email, :fingerprint, :holder, :token, :sector, :agency, :team, :workplace, :welsh, :now, :now)
                    """).param("id", id).param("organisation", cohort.organisation().id()).param("cohort", cohortId).param("name", seal.closeWords(asked.name(), Found.NAME, id)).param("email", seal.closeWords(asked.email(), Found.EMAIL, id))
                    .param("fingerprint", found.fingerprint(asked.email())).param("holder", Messages.fingerprint(seal, token)).param("token", seal.close(token, Found.TOKEN, id)).param("sector", asked.sector().name())
                    .param("agency", asked.agency()).param("team", asked.team()).param("workplace", seal.closeWords(asked.workplace(), Found.WORKPLACE, id)).param("welsh", asked.welsh()).param("now", Times.at(clock.instant())).update();
            if (!asked.needs().isBlank()) sql.sql("insert into training.access_need (registration_id, organisation_id, words) values (:id, :organisation, :words)").param("id", id).param("organisation", cohort.organisation().id())
                    .param("words", Objects.requireNonNull(seal.closeWords(asked.needs(), "training.access_need.words", id))).update();
            jobs.ask(ASKED, cohort.organisation(), id, clock.instant());
        });
    }

    /** What the holder of a link sees. @param position in the waiting list, 1 is next; 0 for whoever does not wait @param attended the sessions they were at @param certificate once the last session is over @param questions where they are asked about it now @param room the address of the room online, for whoever came in while its door is open */
    public record Mine(Registration registration, Cohort cohort, int position, List<UUID> attended, Optional<Certificate> certificate, Optional<String> questions, Optional<String> room) {
        public boolean wasAtEverySession() {
            return certificate.isPresent();
        }

        /** The session whose door is open now, when there is one. */
        public @Nullable Session openAt(Instant now) {
            return cohort.sessions().stream().filter(one -> one.isOpenAt(now)).findFirst().orElse(null);
        }
    }

    /** What this link leads to; empty when there is nothing, whatever the reason. */
    public Optional<Mine> mine(String token) {
        return as(token, this::show);
    }

    private Mine show(Registration registration) {
        Cohort cohort = cohorts.one(registration.cohort());
        List<UUID> attended = attendances.of(registration.id());
        Instant now = clock.instant();
        // Safety: whoever has the address of the room can walk into it, so it is told to nobody before they are in.
        boolean isThere = cohort.sessions().stream().anyMatch(one -> one.isOpenAt(now) && attended.contains(one.id()));
        return new Mine(registration, cohort, registration.standing() == Standing.WAITING ? places.position(registration) : 0, attended, cohort.isOverAt(now) ? attendances.certificate(registration.id()) : Optional.empty(),
                asked.questions(registration, cohort, !attended.isEmpty()), isThere ? cohorts.room(cohort.id()) : Optional.empty());
    }

    /** The button in the first mail: the address is theirs, and they want the place. @return the way to what they have now */
    public Optional<String> confirm(String token) {
        confirmations.confirm(token);
        return as(token, registration -> places.confirm(registration.id(), found.fingerprint(registration.email())).path());
    }

    /** RuleBroken when the offer has passed. */
    public Optional<String> take(String token) {
        return as(token, registration -> places.take(registration.id()).path());
    }

    public Optional<String> leave(String token) {
        return as(token, registration -> places.leave(registration.id()).path());
    }

    /** They come in by the link: kept for the session whose door is open now. For whoever has no place, or comes at another time, nothing happens. */
    public Optional<String> arrive(String token) {
        return as(token, registration -> {
            Cohort cohort = cohorts.one(registration.cohort());
            if (registration.standing() == Standing.PLACED && !cohort.isCalledOff()) cohort.sessions().stream().filter(one -> one.isOpenAt(clock.instant())).findFirst().ifPresent(session -> attendances.arrived(registration, cohort, session));
            return registration.path();
        });
    }

    /** Where a certificate's code can be checked. */
    public String checkAddress() {
        return messages.link("/training/certificates", false);
    }

    /** Finds who holds this link, and does something with theirs as the house. */
    private <T> Optional<T> as(String token, Function<Registration, T> work) {
        Optional<Registration> mine = inTransaction(new Actor.Holder(Messages.fingerprint(seal, token)), found::mine);
        return mine.map(registration -> inTransaction(new Actor.Job(registration.organisation(), JOB), () -> work.apply(found.one(registration.id()).orElseThrow(NotFound::new))));
    }

    private <T> T inTransaction(Actor actor, Supplier<T> work) {
        return Acting.as(actor, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
