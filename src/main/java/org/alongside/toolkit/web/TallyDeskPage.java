package org.alongside.toolkit.web;

import java.util.List;
import java.util.UUID;
import org.alongside.agencies.Agency;
import org.alongside.shared.Problems;
import org.alongside.shared.SmallNumbers;
import org.alongside.toolkit.Tally;
import org.alongside.toolkit.Tally.Kind;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** The tallies of an organisation. @param link the link that was just made; it is shown once */
record TallyDeskPage(List<Row> rows, List<Agency> agencies, @Nullable String link, String once, @Nullable String team, Problems problems) {
    record Row(UUID id, String team, String agency, Tally tally) {
        // Safety: a team's few disclosures, seen from outside, may be somebody; each number stands alone and none under five is shown.
        String number(Kind kind) {
            return SmallNumbers.alone(tally.all(kind)).words();
        }
    }

    static TallyDeskPage of(List<Tally> tallies, List<Agency> agencies, @Nullable String link, String once, @Nullable String team, Problems problems) {
        return new TallyDeskPage(tallies.stream().map(tally -> row(tally, agencies)).toList(), agencies, link, once, team, problems);
    }

    private static Row row(Tally tally, List<Agency> agencies) {
        Agency agency = agencies.stream().filter(one -> one.id().equals(tally.agency())).findFirst().orElse(null);
        String team = agency == null ? null : agency.teams().stream().filter(one -> one.id().equals(tally.team())).map(Agency.Team::name).findFirst().orElse(null);
        return new Row(tally.id(), team == null ? "A team that was put away" : team, agency == null ? "" : agency.name(), tally);
    }

    /** The teams that have none yet. */
    List<Option> teams() {
        return agencies.stream().flatMap(agency -> agency.teams().stream().filter(team -> rows.stream().noneMatch(row -> row.tally.team().equals(team.id()))).map(team -> new Option(team.id().toString(), agency.name() + ": " + team.name()))).toList();
    }
}
