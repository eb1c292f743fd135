package org.alongside.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.agencies.Agencies;
import org.alongside.agencies.Agency;
import org.alongside.shared.Sector;
import org.alongside.shared.SmallNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many people of each agency and team were trained: people, not seats, and nobody by name. For commissioners, too. */
@Service
@Transactional(readOnly = true)
public class Reached {
    private final Agencies agencies;
    private final JdbcClient sql;

    Reached(Agencies agencies, JdbcClient sql) {
        this.agencies = agencies;
        this.sql = sql;
    }

    /**
     * One team, or a whole agency.
     * @param staff how many work there; null where nobody wrote it down
     * @param people trained, as it may be shown
     * @param percent of the staff, 0 to 100; null where it may not be shown or staff is not known
     */
    public record Line(String name, @Nullable Sector sector, @Nullable Integer staff, SmallNumbers.Shown people, @Nullable Integer percent) {}

    private record Count(@Nullable UUID agencyId, @Nullable UUID teamId, String sector, int people) {}

    /** Each agency with its teams behind it. */
    public record Share(Line agency, List<Line> teams) {}

    /** @param sectors people by sector; {@code all} everybody, each once */
    public record Shown(List<Share> agencies, List<Line> sectors, SmallNumbers.Shown all) {}

    public Shown shown(Actor.Worker me) {
        me.mustBe(Courses.READ);
        List<Count> byTeam = counts("agency_id, team_id, '' as sector"), byAgency = counts("agency_id, null::uuid as team_id, '' as sector"), bySector = counts("null::uuid as agency_id, null::uuid as team_id, sector");
        int all = sql.sql("select count(distinct person) from training.trained").query(Integer.class).single();
        List<Share> shares = new ArrayList<>();
        List<Agency> known = agencies.of(me.organisation());
        List<SmallNumbers.Shown> wholes = SmallNumbers.partsOf(known.stream().map(one -> people(byAgency, one.id(), null)).toList());
        for (int i = 0; i < known.size(); i++) shares.add(share(known.get(i), wholes.get(i), byTeam));
        List<Sector> sectors = List.of(Sector.values());
        List<SmallNumbers.Shown> parts = SmallNumbers.partsOf(sectors.stream().map(sector -> bySector.stream().filter(one -> one.sector.equals(sector.name())).mapToInt(Count::people).sum()).toList());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) lines.add(new Line(sectors.get(i).words(), sectors.get(i), null, parts.get(i), null));
        return new Shown(shares, lines, SmallNumbers.alone(all));
    }

    private Share share(Agency agency, SmallNumbers.Shown whole, List<Count> byTeam) {
        // Safety: teams stand beside their agency, so one that is hidden must not be what the others leave.
        List<Integer> people = agency.teams().stream().map(team -> people(byTeam, agency.id(), team.id())).toList();
        List<SmallNumbers.Shown> parts = whole.people() == null ? people.stream().map(any -> new SmallNumbers.Shown(null, SmallNumbers.NOT_SHOWN)).toList() : SmallNumbers.partsOf(people);
        List<Line> teams = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) teams.add(line(agency.teams().get(i).name(), null, agency.teams().get(i).staff(), parts.get(i)));
        return new Share(line(agency.name(), agency.sector(), agency.teams().isEmpty() ? null : agency.staff(), whole), teams);
    }

    private static Line line(String name, @Nullable Sector sector, @Nullable Integer staff, SmallNumbers.Shown people) {
        return new Line(name, sector, staff, people, people.people() == null || staff == null ? null : Math.min(100, Math.round(people.people() * 100f / staff)));
    }

    private static int people(List<Count> counts, UUID agency, @Nullable UUID team) {
        return counts.stream().filter(one -> agency.equals(one.agencyId) && Objects.equals(team, one.teamId)).mapToInt(Count::people).sum();
    }

    private List<Count> counts(String by) {
        return sql.sql("select " + by + ", count(distinct person) as people from training.trained group by 1, 2, 3").query(Count.class).list();
    }
}
