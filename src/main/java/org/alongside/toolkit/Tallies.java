package org.alongside.toolkit;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.agencies.Agencies;
import org.alongside.agencies.Agency;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Secrets;
import org.alongside.shared.Times;
import org.alongside.toolkit.Tally.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts how often teams asked. A team has no account: whoever holds its link counts for it, and sees its numbers and no other team's. */
@Service
@Transactional
public class Tallies {
    public static final Role[] OPEN = {Role.TRAINER, Role.MANAGER};
    /** How many weeks are looked back on, this one included. */
    public static final int WEEKS = 12;
    private final Agencies agencies;
    private final AuditTrail trail;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Tallies(Agencies agencies, AuditTrail trail, JdbcClient sql, Seal seal, Clock clock) {
        this.agencies = agencies;
        this.trail = trail;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** Opens one for a team. @return the code of its link, which is not kept. RuleBroken when the team has one; NotFound when there is no such team. */
    public String open(UUID id, UUID team, Actor.Worker me) {
        return open(id, team, Secrets.random(), me);
    }

    String open(UUID id, UUID team, String code, Actor.Worker me) {
        me.mustBe(OPEN);
        Agency agency = agencies.of(me.organisation()).stream().filter(one -> one.teams().stream().anyMatch(its -> its.id().equals(team))).findFirst().orElseThrow(() -> new NotFound("team", team));
        if (!sql.sql("select 1 from toolkit.tally where team_id = :team and closed_at is null").param("team", team).query(Integer.class).list().isEmpty()) throw new RuleBroken("toolkit.tally-twice", "This team has a tally already. Make a new link for it below.");
        sql.sql("insert into toolkit.tally (id, agency_id, team_id, code_key, opened_by, opened_at) values (:id, :agency, :team, :key, :me, :now)").param("id", id).param("agency", agency.id()).param("team", team)
                .param("key", holderOf(code)).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        trail.changed("tally", id, "opened");
        return code;
    }

    /** A new link; the old one leads nowhere from now on. @return its code */
    public String renew(UUID id, Actor.Worker me) {
        String code = Secrets.random();
        change(id, "code_key = :value", holderOf(code), "link renewed", me);
        return code;
    }

    /** Nothing is counted any more; what was counted stays counted. */
    public void close(UUID id, Actor.Worker me) {
        change(id, "closed_at = :value", Times.at(clock.instant()), "closed", me);
    }

    private void change(UUID id, String what, Object value, String verb, Actor.Worker me) {
        me.mustBe(OPEN);
        int changed = sql.sql("update toolkit.tally set " + what + " where id = :id and closed_at is null").param("value", value).param("id", id).update();
        if (changed == 0) throw new NotFound("tally", id);
        trail.changed("tally", id, verb);
    }

    /** The open ones of the worker's organisation, those that were opened last first. */
    @Transactional(readOnly = true)
    public List<Tally> all(Actor.Worker me) {
        me.mustBe(OPEN);
        return read();
    }

    /** The acting holder's; empty when their link leads nowhere any more. */
    @Transactional(readOnly = true)
    public Optional<Tally> mine() {
        return read().stream().findFirst();
    }

    /** Counts one conversation today, for the acting holder's team. @return whether it was counted */
    public boolean count(Kind kind) {
        return sql.sql("""
                insert into toolkit.tally_day (tally_id, organisation_id, day, kind, number) select id, organisation_id, :day, :kind, 1 from toolkit.tally where code_key = access.holder()
                on conflict (tally_id, day, kind) do update set number = toolkit.tally_day.number + 1
                """).param("day", today()).param("kind", kind.name()).update() == 1;
    }

    /** Takes one back that was counted on that day. */
    public void takeBack(Kind kind, LocalDate day) {
        sql.sql("update toolkit.tally_day set number = number - 1 where day = :day and kind = :kind and number > 0").param("day", day).param("kind", kind.name()).update();
    }

    /** The fingerprint by which the holder of a link is known to the database. */
    public String holderOf(String code) {
        return seal.fingerprint("toolkit.tally", code);
    }

    private List<Tally> read() {
        Map<UUID, Tally> found = new LinkedHashMap<>();
        sql.sql("""
                select t.id, t.organisation_id, t.agency_id, t.team_id, t.opened_at, d.day, d.kind, d.number from toolkit.tally t left join toolkit.tally_day d on d.tally_id = t.id and d.day >= :since and d.number > 0
                 where t.closed_at is null order by t.opened_at desc, t.id, d.day desc
                """).param("since", week(today()).minusWeeks(WEEKS - 1)).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            Instant opened = Times.instant(row, "opened_at");
            if (!found.containsKey(id)) found.put(id, new Tally(id, new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getObject("agency_id", UUID.class), row.getObject("team_id", UUID.class), opened, new TreeMap<>(Comparator.reverseOrder())));
            LocalDate day = row.getObject("day", LocalDate.class);
            if (day != null) found.get(id).weeks().computeIfAbsent(week(day), any -> new EnumMap<>(Kind.class)).merge(Kind.valueOf(row.getString("kind")), row.getInt("number"), Integer::sum);
        });
        return List.copyOf(found.values());
    }

    private static LocalDate week(LocalDate day) {
        return day.with(previousOrSame(DayOfWeek.MONDAY));
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

}
