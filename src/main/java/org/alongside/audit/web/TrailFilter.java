package org.alongside.audit.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What part of the trail to show, as typed. @param before the place in the trail to go on from */
record TrailFilter(@Nullable String record, @Nullable String worker, @Nullable String day, @Nullable String act, @Nullable String before) {
    /** The same, understood; absent parts are null. */
    record Wanted(@Nullable UUID subject, @Nullable UUID worker, @Nullable LocalDate day, @Nullable String act, @Nullable Long before) {}

    Wanted read(Problems problems) {
        String chosen = text(act);
        return new Wanted(id(record, "record", "Enter the whole number of the record, as its address shows it", problems),
                id(worker, "worker", "Choose a colleague", problems), day(problems),
                chosen != null && chosen.matches("LOOKED|LISTED|CHANGED|REFUSED") ? chosen : null,
                before != null && before.matches("[0-9]{1,18}") ? Long.valueOf(before) : null);
    }

    /** The address that shows this: ids and days only. */
    String path(@Nullable Long from) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/desk/audit");
        add(path, "record", record);
        add(path, "worker", worker);
        add(path, "day", day);
        add(path, "act", act);
        if (from != null) path.queryParam("before", from);
        return path.encode().toUriString();
    }

    private static void add(UriComponentsBuilder path, String name, @Nullable String value) {
        String text = text(value);
        // Safety: nothing but ids, days and codes goes into an address; a name typed by mistake does not.
        if (text != null && text.matches("[0-9A-Za-z-]{1,40}")) path.queryParam(name, text);
    }

    private static @Nullable UUID id(@Nullable String typed, String field, String words, Problems problems) {
        String text = text(typed);
        if (text == null) return null;
        if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) return UUID.fromString(text);
        problems.add(field, words);
        return null;
    }

    private @Nullable LocalDate day(Problems problems) {
        String text = text(day);
        if (text == null) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException odd) {
            problems.add("day", "Enter a day like 2026-11-20");
            return null;
        }
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
