package org.alongside.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.alongside.directory.BankHolidays.NationYear;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The government's list of bank holidays, in either of its two shapes: as GOV.UK publishes it (divisions with events), and as it is kept in GOV.UK's own
 * source (divisions with years with events). Dates are 2026-12-25 or 25/12/2026.
 */
final class BankHolidayList {
    private static final Map<String, Set<Nation>> DIVISIONS = Map.of(
            "england-and-wales", Set.of(Nation.ENGLAND, Nation.WALES), "scotland", Set.of(Nation.SCOTLAND), "northern-ireland", Set.of(Nation.NORTHERN_IRELAND));
    private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    /** No nation ever kept fewer in a year. */
    private static final int WHOLE_YEAR = 8;

    private BankHolidayList() {}

    /** @throws IllegalArgumentException saying what is wrong, in words an operator can use */
    static Map<NationYear, Set<LocalDate>> read(String json) {
        JsonNode list = parsed(json);
        JsonNode divisions = list.has("divisions") ? list.get("divisions") : list;
        if (!divisions.isObject() || divisions.isEmpty()) throw new IllegalArgumentException("it has no divisions such as england-and-wales");
        Map<NationYear, Set<LocalDate>> kept = new HashMap<>();
        divisions.properties().forEach(division -> take(division.getKey(), division.getValue(), kept));
        kept.forEach((of, days) -> {
            // Safety: a year with one day in it would open every line on Christmas Day.
            if (days.size() < WHOLE_YEAR) throw new IllegalArgumentException(of.year() + " of " + of.nation() + " has only " + days.size() + " days: a year must be there whole, or not at all");
        });
        return kept;
    }

    private static JsonNode parsed(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("it is not JSON" + (broken.getLocation() == null ? "" : " at line " + broken.getLocation().getLineNr()), broken);
        }
    }

    private static void take(String key, JsonNode division, Map<NationYear, Set<LocalDate>> kept) {
        Set<Nation> nations = DIVISIONS.entrySet().stream().filter(one -> key.contains(one.getKey())).map(Map.Entry::getValue).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the division " + shown(key) + " is not england-and-wales, scotland or northern-ireland"));
        if (division.has("events")) {
            events(key, division.get("events"), 0, nations, kept);
            return;
        }
        if (!division.isObject()) throw new IllegalArgumentException(shown(key) + " holds neither events nor years");
        division.properties().stream().filter(year -> year.getKey().matches("\\d{4}")).forEach(year -> events(key, year.getValue(), Integer.parseInt(year.getKey()), nations, kept));
    }

    /** @param year in which all of them must lie; 0 for any */
    private static void events(String key, JsonNode events, int year, Set<Nation> nations, Map<NationYear, Set<LocalDate>> kept) {
        if (!events.isArray() || events.isEmpty()) throw new IllegalArgumentException(shown(key) + (year == 0 ? "" : " " + year) + " has no list of events");
        for (JsonNode event : events) {
            LocalDate day = day(key, event);
            if (year != 0 && day.getYear() != year) throw new IllegalArgumentException(day + " stands under " + year + " of " + shown(key));
            nations.forEach(nation -> kept.computeIfAbsent(new NationYear(nation, day.getYear()), any -> new TreeSet<>()).add(day));
        }
    }

    private static LocalDate day(String key, JsonNode event) {
        JsonNode date = event.get("date");
        if (date == null || !date.isString()) throw new IllegalArgumentException("an event of " + shown(key) + " has no date");
        try {
            return date.asString().contains("/") ? LocalDate.parse(date.asString(), BRITISH) : LocalDate.parse(date.asString());
        } catch (DateTimeException odd) {
            throw new IllegalArgumentException("the date " + shown(date.asString()) + " of " + shown(key) + " is neither like 2026-12-25 nor like 25/12/2026", odd);
        }
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(60, text.length())).replaceAll("\\p{Cntrl}", " ");
    }
}
