package org.alongside.training.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.agencies.Agency;
import org.alongside.agencies.Agency.Team;
import org.alongside.shared.EmailAddress;
import org.alongside.shared.Problems;
import org.alongside.shared.Sector;
import org.alongside.shared.Typed;
import org.alongside.training.Asked;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** Asking for a place, as typed. @param workplace an agency and, behind a stroke, its team; empty when theirs is not on the list */
record PlaceForm(@Nullable String name, @Nullable String email, @Nullable String workplace, @Nullable String sector, @Nullable String elsewhere, @Nullable String needs) {
    private static final int LINE = 200, WORDS = 2000;

    static final PlaceForm EMPTY = new PlaceForm(null, null, null, null, null, null);

    /** What can be chosen as the place of work. */
    static List<Option> workplaces(List<Agency> agencies, Frame frame) {
        List<Option> options = new ArrayList<>();
        for (Agency agency : agencies) {
            agency.teams().forEach(team -> options.add(new Option(agency.id() + "/" + team.id(), agency.name() + ", " + team.name())));
            options.add(new Option(agency.id() + "/", agency.teams().isEmpty() ? agency.name() : frame.say("training.form.other-team", agency.name())));
        }
        return options;
    }

    Optional<Asked> read(Problems problems, List<Agency> agencies, boolean welsh) {
        String named = line(name, "name", "training.form.name-missing", problems), address = line(email, "email", "training.form.email-missing", problems);
        if (address != null && !EmailAddress.canArrive(address)) problems.add("email", "training.form.email-wrong");
        Agency agency = agencies.stream().filter(one -> one.id().toString().equals(part(0))).findFirst().orElse(null);
        UUID team = agency == null ? null : agency.teams().stream().map(Team::id).filter(id -> id.toString().equals(part(1))).findFirst().orElse(null);
        Sector works = agency == null ? Typed.oneNeeded(Sector.class, sector, "sector", "training.form.sector-missing", problems) : agency.sector();
        String words = needs == null ? "" : needs.strip();
        if (words.length() > WORDS) problems.add("needs", "training.form.too-long");
        String other = agency != null || elsewhere == null ? "" : elsewhere.strip();
        if (other.length() > LINE) problems.add("elsewhere", "training.form.too-long");
        return named == null || address == null || works == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Asked(named, address, works, agency == null ? null : agency.id(), team, other, words, welsh));
    }

    private static @Nullable String line(@Nullable String typed, String field, String missing, Problems problems) {
        String words = typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) problems.add(field, missing);
        if (words.length() > LINE) problems.add(field, "training.form.too-long");
        return words.isEmpty() || words.length() > LINE ? null : words;
    }

    private String part(int index) {
        String[] parts = (workplace == null ? "" : workplace).split("/", -1);
        return index < parts.length ? parts[index] : "";
    }
}
