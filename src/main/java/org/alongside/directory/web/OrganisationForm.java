package org.alongside.directory.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.directory.Offerer;
import org.alongside.directory.QualityMark;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** Who offers services, as typed. @param marks one quality mark a line: scheme, level and last day, with a bar between @param version -1 for a new one */
record OrganisationForm(@Nullable String name, @Nullable String website, @Nullable String description, @Nullable String identifiers, @Nullable String marks, @Nullable String version) {
    static final OrganisationForm EMPTY = new OrganisationForm(null, null, null, null, null, "-1");

    static OrganisationForm of(Offerer offerer, int version) {
        String marks = String.join("\n", offerer.marks().stream().map(mark -> mark.scheme() + (mark.level() == null && mark.validTo() == null ? "" : " | " + (mark.level() == null ? "" : mark.level())) + (mark.validTo() == null ? "" : " | " + mark.validTo())).toList());
        return new OrganisationForm(offerer.name(), offerer.website(), offerer.description(), String.join(", ", offerer.identifiers()), marks, String.valueOf(version));
    }

    Optional<Offerer> read(UUID id, Problems problems) {
        String called = Typed.wordsNeeded(name, "name", "Enter the name of the organisation", problems), says = Typed.words(description, "description", problems), at = Typed.words(website, "website", problems);
        if (called != null && called.length() > 120) problems.add("name", "Write no more than 120 characters");
        if (says != null && says.length() > 2000) problems.add("description", "Write no more than 2,000 characters");
        if (at != null && !at.matches("https://[^\\s\"'<>]+")) problems.add("website", "Enter an address that starts with https://");
        List<String> numbers = Stream.of(identifiers == null ? new String[0] : identifiers.split("[,;\\n]")).map(String::strip).filter(one -> !one.isEmpty()).map(String::toUpperCase).toList();
        if (numbers.stream().anyMatch(one -> !one.matches("[A-Z]{2,3}-[A-Z]+-[A-Z0-9]+"))) problems.add("identifiers", "Enter each number with its register, such as GB-CHC-1234567 for a charity of England and Wales");
        List<QualityMark> held = new ArrayList<>();
        for (String line : marks == null ? new String[0] : marks.split("\\R")) {
            if (line.isBlank()) continue;
            String[] cells = line.split("\\|", -1);
            LocalDate to = cells.length > 2 && !cells[2].isBlank() ? day(cells[2].strip()) : null;
            if (cells[0].isBlank() || cells[0].strip().length() > 120 || cells.length > 3 || cells.length > 2 && !cells[2].isBlank() && to == null) problems.add("marks", "Write one a line: the standard, the level, the last day, such as Leading Lights | Accredited | 2027-03-31");
            else held.add(new QualityMark(cells[0].strip(), cells.length > 1 && !cells[1].isBlank() ? cells[1].strip() : null, to));
        }
        return called == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Offerer(id, called, at, says, numbers, held));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
