package org.alongside.agencies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.agencies.Agency.Team;
import org.alongside.audit.AuditTrail;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Sector;
import org.alongside.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agencies and teams around one organisation. Anyone may read their names; trainers and managers write them down. */
@Service
@Transactional
public class Agencies {
    public static final Role[] WRITE = {Role.TRAINER, Role.MANAGER}, READ = {Role.TRAINER, Role.MANAGER, Role.COMMISSIONER};
    private final JdbcClient sql;
    private final AuditTrail audit;
    private final Clock clock;

    Agencies(JdbcClient sql, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of this organisation that were not put away, by name, in one query. */
    @Transactional(readOnly = true)
    public List<Agency> of(OrganisationId organisation) {
        return read("a.organisation_id = :id", organisation.id());
    }

    /** NotFound for one that is not there for whoever asks, or was put away. */
    @Transactional(readOnly = true)
    public Agency one(UUID id) {
        return read("a.id = :id", id).stream().findFirst().orElseThrow(() -> new NotFound("agency", id));
    }

    private List<Agency> read(String which, UUID id) {
        Map<UUID, Agency> found = new LinkedHashMap<>();
        Map<UUID, List<Team>> teams = new LinkedHashMap<>();
        sql.sql("""
                select a.id, a.name, a.sector, t.id as team_id, t.name as team_name, t.staff
                  from agencies.agency a left join agencies.team t on t.agency_id = a.id and t.put_away_at is null
                 where %s and a.put_away_at is null order by lower(a.name), a.id, lower(t.name), t.id limit 5000
                """.formatted(which)).param("id", id).query(row -> {
            Agency agency = agency(row);
            found.putIfAbsent(agency.id(), agency);
            UUID team = row.getObject("team_id", UUID.class);
            if (team != null) teams.computeIfAbsent(agency.id(), any -> new ArrayList<>()).add(new Team(team, row.getString("team_name"), row.getInt("staff")));
        });
        return found.values().stream().map(one -> new Agency(one.id(), one.name(), one.sector(), teams.getOrDefault(one.id(), List.of()))).toList();
    }

    private static Agency agency(ResultSet row) throws SQLException {
        return new Agency(row.getObject("id", UUID.class), row.getString("name"), Sector.valueOf(row.getString("sector")), List.of());
    }

    /** Writes one down. @param id made with the form, so that a second press finds the first. RuleBroken for a name that is already there. */
    public void add(UUID id, String name, Sector sector, Actor.Worker me) {
        me.mustBe(WRITE);
        beNew(id, name);
        int added = sql.sql("insert into agencies.agency (id, name, sector, made_by, made_at) values (:id, :name, :sector, :me, :now) on conflict (id) do nothing").param("id", id).param("name", name).param("sector", sector.name())
                .param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (added > 0) audit.changed("agency", id, "added");
    }

    public void change(UUID id, String name, Sector sector, Actor.Worker me) {
        me.mustBe(WRITE);
        one(id);
        beNew(id, name);
        sql.sql("update agencies.agency set name = :name, sector = :sector where id = :id").param("name", name).param("sector", sector.name()).param("id", id).update();
        audit.changed("agency", id, "changed");
    }

    private void beNew(UUID id, String name) {
        if (!sql.sql("select 1 from agencies.agency where organisation_id = access.organisation() and lower(name) = lower(:name) and id <> :id and put_away_at is null").param("name", name).param("id", id).query(Integer.class).list().isEmpty()) {
            throw new RuleBroken("agencies.twice", "There is already an agency with this name.");
        }
    }

    /** It is no longer there for anyone to choose; what was counted stays counted. */
    public void putAway(UUID id, Actor.Worker me) {
        me.mustBe(WRITE);
        one(id);
        sql.sql("update agencies.agency set put_away_at = :now where id = :id").param("now", Times.at(clock.instant())).param("id", id).update();
        audit.changed("agency", id, "put away");
    }

    /** @param id made with the form, so that a second press finds the first @param staff how many people work in it */
    public void addTeam(UUID agency, UUID id, String name, int staff, Actor.Worker me) {
        me.mustBe(WRITE);
        beNewIn(one(agency), id, name);
        sql.sql("insert into agencies.team (id, agency_id, name, staff, made_by, made_at) values (:id, :agency, :name, :staff, :me, :now) on conflict (id) do nothing").param("id", id).param("agency", agency).param("name", name).param("staff", staff)
                .param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        audit.changed("agency", agency, "team added");
    }

    public void changeTeam(UUID agency, UUID id, String name, int staff, Actor.Worker me) {
        me.mustBe(WRITE);
        Agency its = one(agency);
        has(its, id);
        beNewIn(its, id, name);
        sql.sql("update agencies.team set name = :name, staff = :staff where id = :id").param("name", name).param("staff", staff).param("id", id).update();
        audit.changed("agency", agency, "team changed");
    }

    public void putTeamAway(UUID agency, UUID id, Actor.Worker me) {
        me.mustBe(WRITE);
        has(one(agency), id);
        sql.sql("update agencies.team set put_away_at = :now where id = :id").param("now", Times.at(clock.instant())).param("id", id).update();
        audit.changed("agency", agency, "team put away");
    }

    private static void has(Agency agency, UUID team) {
        if (agency.teams().stream().noneMatch(one -> one.id().equals(team))) throw new NotFound("team", team);
    }

    private static void beNewIn(Agency agency, UUID id, String name) {
        if (agency.teams().stream().anyMatch(one -> !one.id().equals(id) && one.name().equalsIgnoreCase(name))) throw new RuleBroken("agencies.team-twice", "This agency already has a team with this name.");
    }
}
