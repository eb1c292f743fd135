package org.alongside.copies;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.ActingTransaction;
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
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Copies of standards for whoever confirms an address. They belong to the organisation that keeps the standard; for what comes along with the software to the one this house was set up for, since an address needs somebody real who
 * answers for it.
 */
@Service
public class Copies implements CopiesGiven {
    /** What the house does with copies, it does as this job. */
    static final String JOB = "copies";
    static final String ASKED = "copy-asked", NEWS = "copies-news";
    private final CopyRows rows;
    private final Standards standards;
    private final Organisations organisations;
    private final Confirmations confirmations;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final ActingTransaction acting;
    private final Seal seal;
    private final Clock clock;

    Copies(CopyRows rows, Standards standards, Organisations organisations, Confirmations confirmations, Jobs jobs, JdbcClient sql, ActingTransaction acting, Seal seal, Clock clock) {
        this.rows = rows;
        this.standards = standards;
        this.organisations = organisations;
        this.confirmations = confirmations;
        this.jobs = jobs;
        this.sql = sql;
        this.acting = acting;
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
        acting.as(new Actor.Public(), () -> {
            OrganisationId keeper = keeper(key);
            UUID id = UUID.randomUUID();
            String token = Secrets.random();
            sql.sql("""
                    insert into copies.copy (id, organisation_id, key, edition, email, email_fingerprint, holder, token, sector, wants_news, welsh, asked_at)
                    values (:id, :organisation, :key, :edition, :email, :fingerprint, :holder, :token, :sector, :news, :welsh, :now)
                    """).param("id", id).param("organisation", keeper.id()).param("key", key).param("edition", asked.edition().name()).param("email", seal.closeWords(asked.email(), CopyRows.EMAIL, id)).param("fingerprint", rows.fingerprint(asked.email()))
                    .param("holder", Messages.fingerprint(seal, token)).param("token", seal.close(token, CopyRows.TOKEN, id)).param("sector", asked.sector() == null ? null : asked.sector().name()).param("news", asked.wantsNews()).param("welsh", asked.welsh())
                    .param("now", Times.at(clock.instant())).update();
            jobs.ask(ASKED, keeper, id, clock.instant());
        });
    }

    /** What this link leads to; empty when there is nothing, whatever the reason. */
    public Optional<Copy> mine(String token) {
        return acting.as(new Actor.Holder(Messages.fingerprint(seal, token)), rows::mine);
    }

    /** The button in the first mail: the address is theirs, and the copy too. An earlier one of the same address gives way. */
    public void confirm(String token) {
        Copy copy = mine(token).filter(one -> !one.confirmed()).orElse(null);
        if (copy == null) return;
        confirmations.confirm(token);
        Optional<String> earlier = acting.as(house(copy), () -> {
            Optional<Copy> before = rows.confirmed(copy.key(), copy.fingerprint());
            before.ifPresent(one -> delete(one.id()));
            sql.sql("update copies.copy set email = null, told_version = :version, confirmed_at = :now where id = :id").param("version", standards.one(copy.key()).map(Standard::version).orElse("")).param("now", Times.at(clock.instant())).param("id", copy.id()).update();
            return before.map(Copy::token);
        });
        earlier.ifPresent(confirmations::forget);
        // Safety: an address that nobody agreed to be written to again is not kept.
        if (!copy.wantsNews()) confirmations.forget(token);
    }

    /** Stop, and be forgotten: at once, and whatever the link led to. */
    public void forget(String token) {
        // Safety: the address first: should this break off here, the row that leads to it is still there for the next time.
        confirmations.forget(token);
        mine(token).ifPresent(copy -> acting.as(house(copy), () -> delete(copy.id())));
    }

    @EventListener
    void on(StandardEvent.Shown shown) {
        jobs.ask(NEWS, shown.organisation(), shown.version(), clock.instant());
    }

    /** For the job: @return when to look again */
    Optional<Instant> look(OrganisationId organisation, UUID id, CopyMail mail) {
        Actor house = new Actor.Job(organisation, JOB);
        Copy copy = acting.as(house, () -> rows.one(id)).orElse(null);
        if (copy == null) return Optional.empty();
        Instant until = copy.until();
        if (!clock.instant().isBefore(until)) {
            forget(copy.token());
            return Optional.empty();
        }
        if (copy.address() == null && !copy.confirmed()) return acting.as(house, () -> tell(copy, mail)) ? Optional.of(until) : Optional.empty();
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
        sql.sql("update copies.copy set address_id = :address, email = null where id = :id").param("address", mail.ask(copy, copy.wantsNews() ? Times.london(clock.instant()).plus(Copy.KEPT_FOR_NEWS).toInstant() : null).id()).param("id", copy.id()).update();
        return true;
    }

    /** For the job: tells those who agreed, once, of the newest version of this standard; so many at a time, so that a long list neither fills the memory nor is begun again from its start. */
    void news(OrganisationId organisation, String key, CopyMail mail) {
        standards.lookAgain();
        if (!acting.as(new Actor.Public(), () -> keeper(key)).equals(organisation)) return;
        standards.one(key).ifPresent(newest -> {
            Actor house = new Actor.Job(organisation, JOB);
            for (List<Copy> some = toBeTold(house, newest, null); !some.isEmpty(); some = toBeTold(house, newest, some.get(some.size() - 1).id())) {
                List<Copy> these = some;
                acting.as(house, () -> these.forEach(copy -> tell(copy, newest, mail)));
            }
        });
    }

    private List<Copy> toBeTold(Actor house, Standard newest, @Nullable UUID after) {
        return acting.as(house, () -> rows.toBeTold(newest.key(), newest.version(), after));
    }

    private void tell(Copy copy, Standard newest, CopyMail mail) {
        // Going back to an earlier version is no news.
        if (standards.version(copy.key(), copy.told()).filter(told -> !told.publishedOn().isBefore(newest.publishedOn())).isPresent()) return;
        mail.news(copy);
        sql.sql("update copies.copy set told_version = :version where id = :id").param("version", newest.version()).param("id", copy.id()).update();
    }

    @Override
    public Map<String, Counted> counted(Set<String> keys, Actor.Worker me) {
        me.mustBe(Versions.READERS);
        Map<String, Map<String, Integer>> people = new LinkedHashMap<>();
        for (String key : keys) people.put(key, nobody());
        // Safety: whoever counts reads no row; the house counts for them.
        acting.as(new Actor.Job(me.organisation(), JOB), () -> sql.sql("select key, sector, count(*)::int as people from copies.copy where key = any (:keys) and confirmed_at is not null group by key, sector").param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    people.get(row.getString("key")).put(words(row.getString("sector")), row.getInt("people"));
                }));
        Map<String, Counted> counted = new LinkedHashMap<>();
        people.forEach((key, bySector) -> counted.put(key, protectedCounts(bySector)));
        return counted;
    }

    private static Map<String, Integer> nobody() {
        Map<String, Integer> nobody = new LinkedHashMap<>();
        for (Sector sector : Sector.values()) nobody.put(sector.words(), 0);
        nobody.put(words(null), 0);
        return nobody;
    }

    private static String words(@Nullable String sector) {
        return sector == null ? "Not said" : Sector.valueOf(sector).words();
    }

    private static Counted protectedCounts(Map<String, Integer> people) {
        return new Counted(Protected.whole(people.values().stream().mapToInt(Integer::intValue).sum()), Protected.parts(List.copyOf(people.keySet()), List.copyOf(people.values())));
    }

    private int delete(UUID id) {
        return sql.sql("delete from copies.copy where id = :id").param("id", id).update();
    }

    private static Actor house(Copy copy) {
        return new Actor.Job(copy.organisation(), JOB);
    }
}
