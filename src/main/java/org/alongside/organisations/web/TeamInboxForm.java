package org.alongside.organisations.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.organisations.TeamInboxes.Inbox;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

record TeamInboxForm(@Nullable String staffed, @Nullable List<String> days, @Nullable String at, @Nullable String within) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    record Typed(boolean staffed, Set<DayOfWeek> days, @Nullable LocalTime at, int within) {}

    static TeamInboxForm of(Inbox inbox) {
        return new TeamInboxForm(inbox.staffed() ? "yes" : null, inbox.days().stream().map(DayOfWeek::name).toList(),
                inbox.at() == null ? null : CLOCK.format(inbox.at()), inbox.answersWithinDays() == 0 ? null : String.valueOf(inbox.answersWithinDays()));
    }

    Typed read(Problems problems) {
        List<String> typed = days == null ? List.of() : days;
        Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        Stream.of(DayOfWeek.values()).filter(day -> typed.contains(day.name())).forEach(chosen::add);
        return new Typed("yes".equals(staffed), chosen, time(problems), number(problems));
    }

    private @Nullable LocalTime time(Problems problems) {
        if (at == null || at.isBlank()) return null;
        try {
            return LocalTime.parse(at.strip().replace('.', ':'), CLOCK);
        } catch (DateTimeParseException odd) {
            problems.add("at", "Enter a time like 9:30 or 14:00");
            return null;
        }
    }

    private int number(Problems problems) {
        if (within == null || within.isBlank()) return 0;
        if (!within.strip().matches("[0-9]{1,2}")) {
            problems.add("within", "Enter a number of days from 1 to 30");
            return 0;
        }
        return Integer.parseInt(within.strip());
    }
}
