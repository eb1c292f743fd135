package org.alongside.copies;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Jobs;
import org.alongside.access.OrganisationId;
import org.alongside.messages.Confirmations;
import org.alongside.messages.Messages;
import org.alongside.organisations.Organisations;
import org.alongside.shared.NotFound;
import org.alongside.shared.Protected;
import org.alongside.shared.Seal;
import org.alongside.shared.Secrets;
import org.alongside.shared.Sector;
import org.alongside.shared.Times;
import org.alongside.standards.CopiesGiven;
import org.alongside.standards.Standard;
import org.alongside.standards.StandardEvent;
import org.alongside.standards.Standards;
import org.alongside.standards.Versions;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies of standards for whoever confirms an address. They belong to the organisation that keeps the standard; for what comes along with the software to the one this house was set up for, since an address needs somebody real who
 * answers for it.
 */
@Service
public class Copies implements CopiesGiven {
    /** What the house does with copies, it does as this job. */
    static final String JOB = "copies";
    static final String ASKED = "copy-asked", NEWS = "copies-news";
    static final Duration UNCONFIRMED = Duration.ofDays(14);
    /** How long it is kept who asked: their address only where they wish to be told of a new version. */
    static final Period KEPT = Period.ofYears(1), KEPT_FOR_NEWS = Period.ofYears(2);
    private final CopyRows rows;
    private final Standards standards;
    private final Organisations organisations;
    private final Confirmations confirmations;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Clock clock;

    Copies(CopyRows rows, Standards standards, Organisations organisations, Confirmations confirmations, Jobs jobs, JdbcClient sql, TransactionTemplate transaction, Seal seal, Clock clock) {
        this.rows = rows;
        this.standards = standards;
        this.organisations = organisations;
        this.confirmations = confirmations;
        this.jobs = jobs;
        this.sql = sql;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
    }

    /** Who answers for the addresses of those who ask for a copy of this standard. NotFound while there is no organisation at all. */
    private OrganisationId keeper(String key) {
        return standards.keeper(key).or(organisations::first).orElseThrow(NotFound::new);
    }

    /**
     * Keeps what somebody asked; the copy is theirs once they press the button behind the link in their mail.
     * Safety: the same rows and the same work for an address that is known and one that is not; which mail it gets is decided later, by a job.
     */
    public void ask(String key, CopyAsked asked) {
        Acting.as(new Actor.Public(), () -> transaction.executeWithoutResult(status -> {
            OrganisationId keeper = keeper(key);
            UUID id = UUID.randomUUID();
            String token = Secrets.random();
            sql.sql("""
                    insert into copies.copy (id, organisation_id, key, edition, state, email, email_fingerprint, holder, token, sector, wants_news, welsh, asked_at)
                    values (:id, :organisation, :key, :edition, 'ASKED', :email, :fingerprint, :holder, :token, :sector, :news, :welsh, :now)
                    """).param("id", id).param("organisation", keeper.id()).param("key", key).param("edition", asked.edition().name()).param("email", seal.closeWords(asked.email(), CopyRows.EMAIL, id)).param("fingerprint", rows.fingerprint(asked.email()))
                    .param("holder", Messages.fingerprint(seal, token)).param("token", seal.close(token, CopyRows.TOKEN, id)).param("sector", asked.sector() == null ? null : asked.sector().name()).param("news", asked.wantsNews()).param("welsh", asked.welsh())
                    .param("now", Times.at(clock.instant())).update();
            jobs.ask(ASKED, keeper, id, clock.instant());
        }));
    }

    /** What this link leads to; empty when there is nothing, whatever the reason. */
    public Optional<Copy> mine(String token) {
        return inTransaction(new Actor.Holder(Messages.fingerprint(seal, token)), rows::mine);
    }

    /** The button in the first mail: the address is theirs, and the copy too. An earlier one of the same address gives way. */
    public void confirm(String token) {
        Copy copy = mine(token).filter(one -> !one.confirmed()).orElse(null);
        if (copy == null) return;
        confirmations.confirm(token);
        Optional<String> earlier = inTransaction(house(copy), () -> {
            Optional<Copy> before = rows.confirmed(copy.key(), copy.fingerprint());
            before.ifPresent(one -> delete(one.id()));
            sql.sql("update copies.copy set state = 'CONFIRMED', email = null, told_version = :version, confirmed_at = :now where id = :id").param("version", standards.one(copy.key()).map(Standard::version).orElse("")).param("now", Times.at(clock.instant())).param("id", copy.id()).update();
            return before.map(Copy::token);
        });
        earlier.ifPresent(confirmations::forget);
        // Safety: an address that nobody agreed to be written to again is not kept.
        if (!copy.wantsNews()) confirmations.forget(token);
    }

    /** Stop, and be forgotten: at once, and whatever the link led to. */
    public void forget(String token) {
        mine(token).ifPresent(copy -> inTransaction(house(copy), () -> delete(copy.id())));
        confirmations.forget(token);
    }

    @EventListener
    void on(StandardEvent.Shown shown) {
        jobs.ask(NEWS, shown.organisation(), shown.version(), clock.instant());
    }

    /** For the job: @return when to look again */
    Optional<Instant> look(OrganisationId organisation, UUID id, CopyMail mail) {
        Actor house = new Actor.Job(organisation, JOB);
        Copy copy = inTransaction(house, () -> rows.one(id)).orElse(null);
        if (copy == null) return Optional.empty();
        Instant until = until(house, id), now = clock.instant();
        if (!now.isBefore(until)) {
            forget(copy.token());
            return Optional.empty();
        }
        if (copy.address() == null && !copy.confirmed()) return inTransaction(house, () -> tell(copy, mail)) ? Optional.of(until) : Optional.empty();
        return Optional.of(until);
    }

    private boolean tell(Copy copy, CopyMail mail) {
        Optional<Copy> earlier = rows.confirmed(copy.key(), copy.fingerprint()).filter(Copy::wantsNews);
        // Safety: only the owner of the address learns that they asked before; whoever typed it here does not.
        if (earlier.isPresent()) {
            mail.already(earlier.get());
            delete(copy.id());
            return false;
        }
        sql.sql("update copies.copy set address_id = :address, email = null where id = :id").param("address", mail.ask(copy, Times.london(clock.instant()).plus(KEPT_FOR_NEWS).toInstant()).id()).param("id", copy.id()).update();
        return true;
    }

    private Instant until(Actor house, UUID id) {
        return inTransaction(house, () -> sql.sql("select asked_at, confirmed_at, wants_news from copies.copy where id = :id").param("id", id).query((row, number) -> {
            Instant confirmed = Times.instantOrNull(row, "confirmed_at");
            return confirmed == null ? Times.instant(row, "asked_at").plus(UNCONFIRMED) : Times.london(confirmed).plus(row.getBoolean("wants_news") ? KEPT_FOR_NEWS : KEPT).toInstant();
        }).single());
    }

    /** For the job: tells those who agreed, once, of the newest version of this standard. */
    void news(OrganisationId organisation, String key, CopyMail mail) {
        standards.lookAgain();
        if (!inTransaction(new Actor.Public(), () -> keeper(key)).equals(organisation)) return;
        standards.one(key).ifPresent(newest -> inTransaction(new Actor.Job(organisation, JOB), () -> {
            for (Copy copy : rows.toBeTold(key, newest.version())) {
                // Going back to an earlier version is no news.
                if (standards.version(key, copy.told()).filter(told -> !told.publishedOn().isBefore(newest.publishedOn())).isPresent()) continue;
                mail.news(copy);
                sql.sql("update copies.copy set told_version = :version where id = :id").param("version", newest.version()).param("id", copy.id()).update();
            }
            return true;
        }));
    }

    @Override
    public Counted counted(String key, Actor.Worker me) {
        me.mustBe(Versions.READERS);
        Map<String, Integer> people = new LinkedHashMap<>();
        for (Sector sector : Sector.values()) people.put(sector.words(), 0);
        people.put("Not said", 0);
        Objects.requireNonNull(transaction.execute(status -> sql.sql("select sector, count(*)::int as people from copies.copy where key = :key and state = 'CONFIRMED' group by sector").param("key", key)
                .query((row, number) -> people.put(row.getString("sector") == null ? "Not said" : Sector.valueOf(row.getString("sector")).words(), row.getInt("people"))).list()));
        List<Protected> parts = Protected.parts(List.copyOf(people.values()));
        Map<String, Protected> counted = new LinkedHashMap<>();
        int at = 0;
        for (String sector : people.keySet()) counted.put(sector, parts.get(at++));
        return new Counted(Protected.whole(people.values().stream().mapToInt(Integer::intValue).sum()), counted);
    }

    private int delete(UUID id) {
        return sql.sql("delete from copies.copy where id = :id").param("id", id).update();
    }

    private static Actor house(Copy copy) {
        return new Actor.Job(copy.organisation(), JOB);
    }

    private <T> T inTransaction(Actor actor, Supplier<T> work) {
        return Acting.as(actor, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
