package org.alongside.residents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.organisations.Organisations;
import org.alongside.organisations.Passwords;
import org.alongside.shared.NotFound;
import org.alongside.shared.Seal;
import org.alongside.shared.Secrets;
import org.alongside.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who is signed in. How long, and how often somebody tried, is counted in real time, also where another day is pretended. */
@Service
public class ResidentSessions {
    static final String SWEEP = "resident-sweep";
    private static final Duration IDLE = Duration.ofMinutes(30), LONGEST = Duration.ofHours(12), SEEN = Duration.ofMinutes(5), WHILE = Duration.ofMinutes(15);
    private static final int TRIES_FROM_HERE = 10, TRIES_FROM_EVERYWHERE = 50;
    private final ResidentRows rows;
    private final Organisations organisations;
    private final Passwords passwords;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final ActingTransaction acting;
    private final Seal seal;
    private final Clock clock;
    private final boolean demo;

    ResidentSessions(ResidentRows rows, Organisations organisations, Passwords passwords, Jobs jobs, JdbcClient sql, ActingTransaction acting, Seal seal, Clock clock, @Value("${alongside.demo}") boolean demo) {
        this.rows = rows;
        this.organisations = organisations;
        this.passwords = passwords;
        this.jobs = jobs;
        this.sql = sql;
        this.acting = acting;
        this.seal = seal;
        this.clock = clock;
        this.demo = demo;
    }

    private record Door(UUID id, String holder, String passwordHash, boolean demo) {}

    private record Found(Optional<Door> door, boolean mayTry) {}

    /** Signs in. The secret for this browser; nothing for a wrong password, an unknown address, and after too many tries. NotFound while there is no organisation at all. @param network fingerprint of where they are */
    public Optional<String> with(String email, String password, String network) {
        OrganisationId house = house();
        String fingerprint = rows.fingerprint(email);
        // Safety: a row is written for each try, whether or not somebody has this address, so that neither time nor how often one may try tells.
        Found found = acting.as(new Actor.Job(house, Residents.JOB), () -> new Found(door(fingerprint), mayTry(house, fingerprint, network)));
        boolean right = passwords.matches(password, found.door.map(Door::passwordHash).orElse(null));
        return right && found.mayTry ? found.door.filter(one -> !one.demo || demo).flatMap(one -> begin(house, new Resident(one.id, one.holder), one.passwordHash)) : Optional.empty();
    }

    private Optional<Door> door(String fingerprint) {
        return sql.sql("select id, holder, password_hash, demo from residents.account where email_fingerprint = :email").param("email", fingerprint).query(Door.class).optional();
    }

    private boolean mayTry(OrganisationId house, String fingerprint, String network) {
        Instant now = Instant.now();
        sql.sql("insert into residents.try (id, organisation_id, email_fingerprint, network, tried_at) values (:id, :house, :email, :network, :now)").param("id", UUID.randomUUID()).param("house", house.id()).param("email", fingerprint).param("network", network)
                .param("now", Times.at(now)).update();
        jobs.ask(SWEEP, house, UUID.randomUUID(), now.plus(WHILE));
        // Safety: guessing one password is slow from one place, and from everywhere together.
        return sql.sql("select count(*) filter (where network = :network) <= :here and count(*) <= :everywhere from residents.try where email_fingerprint = :email and tried_at > :since").param("network", network).param("here", TRIES_FROM_HERE).param("everywhere", TRIES_FROM_EVERYWHERE)
                .param("email", fingerprint).param("since", Times.at(now.minus(WHILE))).query(Boolean.class).single();
    }

    /** Signs in whoever has just shown in another way that the account is theirs. NotFound when it is gone. @return the secret for this browser */
    public String begin(Resident resident) {
        return begin(house(), resident, null).orElseThrow(NotFound::new);
    }

    private Optional<String> begin(OrganisationId house, Resident resident, @Nullable String hash) {
        String token = Secrets.random();
        Instant now = Instant.now();
        return acting.as(new Actor.Job(house, Residents.JOB), () -> {
            // Safety: whoever comes back keeps their account, also on the day they were told of its end; and whoever used a password that was changed this moment is not in.
            int there = sql.sql("update residents.account set used_on = :today, told_on = null where id = :id and password_hash = coalesce(:hash, password_hash)").param("today", Times.day(clock.instant())).param("id", resident.id()).param("hash", hash).update();
            if (there == 0) return Optional.<String>empty();
            sql.sql("insert into residents.session (holder, organisation_id, account_id, account_holder, started_at, used_at) values (:holder, :house, :account, :its, :now, :now)").param("holder", fingerprint(token)).param("house", house.id()).param("account", resident.id()).param("its", resident.holder())
                    .param("now", Times.at(now)).update();
            jobs.ask(SWEEP, house, UUID.randomUUID(), now.plus(LONGEST));
            return Optional.of(token);
        });
    }

    private OrganisationId house() {
        return acting.as(new Actor.Public(), organisations::first).orElseThrow(NotFound::new);
    }

    private record Session(UUID accountId, String accountHolder, boolean seen) {}

    /** Whose browser this is; nobody half an hour after they last did something, and half a day after they signed in. */
    public Optional<Resident> of(String token) {
        Instant now = Instant.now();
        return acting.as(new Actor.Holder(fingerprint(token)), () -> {
            Optional<Session> session = sql.sql("select account_id, account_holder, used_at > :seen as seen from residents.session where holder = access.holder() and used_at > :idle and started_at > :longest").param("seen", Times.at(now.minus(SEEN))).param("idle", Times.at(now.minus(IDLE)))
                    .param("longest", Times.at(now.minus(LONGEST))).query(Session.class).optional();
            session.filter(one -> !one.seen).ifPresent(one -> sql.sql("update residents.session set used_at = :now where holder = access.holder()").param("now", Times.at(now)).update());
            return session.map(one -> new Resident(one.accountId, one.accountHolder));
        });
    }

    public void end(String token) {
        acting.as(new Actor.Holder(fingerprint(token)), () -> sql.sql("delete from residents.session where holder = access.holder()").update());
    }

    /** For the job: what is over goes. Asked for by each try and each session for when they are over, so that two at once never ask for the same. */
    void sweep(OrganisationId organisation) {
        Instant now = Instant.now();
        acting.as(new Actor.Job(organisation, Residents.JOB), () -> {
            sql.sql("delete from residents.try where tried_at <= :since").param("since", Times.at(now.minus(WHILE))).update();
            sql.sql("delete from residents.session where started_at <= :longest or used_at <= :idle").param("longest", Times.at(now.minus(LONGEST))).param("idle", Times.at(now.minus(IDLE))).update();
        });
    }

    private String fingerprint(String token) {
        return seal.fingerprint("residents.session", token);
    }
}
