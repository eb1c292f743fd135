package org.alongside.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.alongside.access.Actor;
import org.alongside.agencies.Agencies;
import org.alongside.agencies.Agency;
import org.alongside.shared.Amount;
import org.alongside.shared.Sector;
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
     * @param people trained, to the nearest five; null where even that would give a small number beside it away
     * @param percent of the staff, in steps of five; null where it may not be shown or staff is not known
     */
    public record Line(String name, @Nullable Integer staff, @Nullable Amount people, @Nullable Integer percent) {
        static Line of(String name, @Nullable Integer staff, @Nullable Amount people) {
            return new Line(name, staff, people, people == null || !people.isAbout() || staff == null ? null : Math.min(100, Math.round(people.middle() * 20f / staff) * 5));
        }
    }

    private record Count(@Nullable UUID agencyId, @Nullable UUID teamId, String sector, int people) {}

    /** Each agency with its teams behind it. */
    public record Share(Line agency, List<Line> teams) {}

    /** @param sectors people by sector; {@code all} everybody, each once */
    public record Shown(List<Share> agencies, List<Line> sectors, Amount all) {}

    public Shown shown(Actor.Worker me) {
        me.mustBe(Courses.READ);
        List<Count> byTeam = counts("agency_id, team_id, '' as sector"), byAgency = counts("agency_id, null::uuid as team_id, '' as sector"), bySector = counts("null::uuid as agency_id, null::uuid as team_id, sector");
        List<Agency> known = agencies.of(me.organisation());
        List<@Nullable Amount> wholes = parts(known.stream().map(one -> people(byAgency, one.id(), null)).toList());
        List<Share> shares = IntStream.range(0, known.size()).mapToObj(i -> share(known.get(i), wholes.get(i), byTeam)).toList();
        List<Sector> sectors = List.of(Sector.values());
        List<@Nullable Amount> parts = parts(sectors.stream().map(sector -> bySector.stream().filter(one -> one.sector.equals(sector.name())).mapToInt(Count::people).sum()).toList());
        return new Shown(shares, IntStream.range(0, parts.size()).mapToObj(i -> Line.of(sectors.get(i).words(), null, parts.get(i))).toList(),
                Amount.about(sql.sql("select count(distinct person) from training.trained").query(Integer.class).single()));
    }

    private static Share share(Agency agency, @Nullable Amount whole, List<Count> byTeam) {
        // Safety: teams stand beside their agency, so where it is not shown, they are not.
        List<@Nullable Amount> parts = parts(agency.teams().stream().map(team -> whole == null ? 0 : people(byTeam, agency.id(), team.id())).toList());
        return new Share(Line.of(agency.name(), agency.teams().isEmpty() ? null : agency.staff(), whole),
                IntStream.range(0, parts.size()).mapToObj(i -> Line.of(agency.teams().get(i).name(), agency.teams().get(i).staff(), whole == null ? null : parts.get(i))).toList());
    }

    private static List<@Nullable Amount> parts(List<Integer> people) {
        return Amount.aboutParts(people.stream().mapToInt(Integer::intValue).toArray()).<List<@Nullable Amount>>map(ArrayList::new).orElseGet(() -> Collections.nCopies(people.size(), null));
    }

    private static int people(List<Count> counts, UUID agency, @Nullable UUID team) {
        return counts.stream().filter(one -> agency.equals(one.agencyId) && Objects.equals(team, one.teamId)).mapToInt(Count::people).sum();
    }

    private List<Count> counts(String by) {
        return sql.sql("select " + by + ", count(distinct person) as people from training.trained group by 1, 2, 3").query(Count.class).list();
    }
}
