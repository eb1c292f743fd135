package org.alongside.programme.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.programme.Cohorts.NewCohort;
import org.alongside.programme.ForGender;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** A new group, as typed. @param sessions their titles, one on each line */
record GroupForm(@Nullable String once, @Nullable String name, @Nullable String forGender, @Nullable String language, @Nullable String venue, @Nullable String online, @Nullable String area, @Nullable String link, @Nullable TypedDate on, @Nullable String time, @Nullable String minutes, @Nullable String places,
        @Nullable String facilitator, @Nullable String coFacilitator, @Nullable String template, @Nullable String sessions) {
    GroupForm {
        on = on == null ? TypedDate.NONE : on;
    }

    static GroupForm empty(WorkerId me) {
        return new GroupForm(UUID.randomUUID().toString(), null, ForGender.MEN.name(), "English", null, null, null, null, null, null, "120", "12", me.id().toString(), null, null, null);
    }

    Optional<NewCohort> read(Clock clock, Problems problems) {
        String called = line(name, "name", "Enter what the group is called", problems), speaks = line(language, "language", "Enter the language it is held in", problems), where = line(venue, "venue", "Enter where it meets, or that it meets online", problems);
        String part = area == null ? "" : area.strip().toUpperCase(Locale.UK), way = link == null ? "" : link.strip();
        if (!part.isEmpty() && !part.matches("[A-Z]{1,2}\\d[A-Z\\d]?")) problems.add("area", "Enter the first half of a postcode, such as WM1");
        if (way.length() > 500) problems.add("link", "Write no more than 500 characters");
        if (!way.isEmpty() && online == null) problems.add("link", "Say above that it meets online, or leave the link empty");
        ForGender whom = Typed.oneNeeded(ForGender.class, forGender, "forGender", "Choose whom it is for", problems);
        Instant first = Typed.at(on, time, "on", "Enter the day of the first session", problems);
        if (first != null && Times.day(first).isAfter(Times.day(clock.instant()).plusYears(2))) problems.add("on", "Enter a day within two years");
        int length = number(minutes, 15, 480, "minutes", "Enter how long a session takes, from 15 to 480 minutes", problems), many = number(places, 1, 60, "places", "Enter a number of places from 1 to 60", problems);
        if (facilitator == null || facilitator.isBlank()) problems.add("facilitator", "Choose who leads it");
        if (coFacilitator == null || coFacilitator.isBlank()) problems.add("coFacilitator", "Choose who leads it with them");
        List<String> titles = sessions == null ? List.of() : sessions.lines().map(String::strip).filter(title -> !title.isEmpty()).toList();
        boolean own = template == null || template.isBlank();
        if (own && titles.isEmpty() || titles.size() > 60) problems.add("sessions", "Enter from 1 to 60 sessions, each on a line of its own");
        if (!own && !titles.isEmpty()) problems.add("sessions", "Leave this empty, or choose no programme above");
        if (titles.stream().anyMatch(title -> title.length() > 120)) problems.add("sessions", "Write no more than 120 characters on a line");
        if (called == null || speaks == null || where == null || whom == null || first == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new NewCohort(Typed.id(once), called, whom, speaks, where, online != null, online != null ? "" : part, way, first, length, many, new WorkerId(Typed.id(facilitator)), new WorkerId(Typed.id(coFacilitator)), own ? null : Typed.id(template), titles));
    }

    private static @Nullable String line(@Nullable String typed, String field, String missing, Problems problems) {
        String words = Typed.wordsNeeded(typed, field, missing, problems);
        if (words != null && words.length() > 120) problems.add(field, "Write no more than 120 characters");
        return words;
    }

    private static int number(@Nullable String typed, int least, int most, String field, String missing, Problems problems) {
        int number = typed != null && typed.strip().matches("\\d{1,4}") ? Integer.parseInt(typed.strip()) : -1;
        if (number < least || number > most) problems.add(field, missing);
        return number;
    }
}
