package org.alongside.directory.exchange;

import static org.alongside.directory.exchange.Json.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alongside.directory.Recurrence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Hours out of the schedules of Open Referral, in our notation: a plain week as one, other rules date by date. What cannot be read stays not stated, and is said so. */
final class WeekHours {
    /** As much as a way in keeps. */
    private static final int LONGEST = 2000;
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-4])(?:[:.]([0-5]\\d))?(?::[0-5]\\d(?:\\.\\d+)?)?");
    private static final Pattern HOLIDAY_TIMES = Pattern.compile("On bank holidays: (.+)\\.");

    private WeekHours() {
    }

    /** The rows as one line of notation, or empty and why. */
    static Optional<String> read(List<JsonNode> rows, LocalDate today, List<Doubt> doubts) {
        List<Doubt> noWeek = new ArrayList<>();
        Optional<String> week = week(rows, today, noWeek);
        if (week.isPresent() || noWeek.isEmpty()) return week;
        Recurrence.Read dated = Recurrence.read(rows.stream().map(WeekHours::flat).toList(), today, Set.of(), null);
        String written = dated.troubles().isEmpty() ? dated.hours().written() + rows.stream().map(row -> holidays(text(row, "description"))).filter(said -> !said.isEmpty()).findFirst().orElse("") : "";
        if (!written.isEmpty() && written.length() <= LONGEST) return Optional.of(written);
        noWeek.stream().filter(doubt -> !doubts.contains(doubt)).forEach(doubts::add);
        return Optional.empty();
    }

    private static Map<String, String> flat(JsonNode row) {
        Map<String, String> flat = new LinkedHashMap<>();
        row.propertyNames().forEach(name -> flat.put(name, text(row, name)));
        return flat;
    }

    private static Optional<String> week(List<JsonNode> rows, LocalDate today, List<Doubt> doubts) {
        Map<String, Set<Integer>> spans = new LinkedHashMap<>();
        Set<String> bounds = new LinkedHashSet<>();
        String holidays = "";
        for (JsonNode row : rows) {
            String freq = text(row, "freq").toUpperCase(Locale.ROOT);
            int interval = row.path("interval").asInt(1);
            String byday = text(row, "byday").isEmpty() ? text(row, "weekday") : text(row, "byday");
            String from = time(text(row, "opens_at")), to = time(text(row, "closes_at"));
            if (!freq.isEmpty() && !freq.equals("WEEKLY") && !freq.equals("DAILY") || interval > 1 || !text(row, "bymonthday").isEmpty() || !text(row, "byweekno").isEmpty() || !text(row, "byyearday").isEmpty() || row.path("count").asInt(0) > 0) return doubt(doubts, "are not the same every week: an editor has to write them");
            // A week that is fixed to the time of Greenwich is another on the clock of the wall for half of the year.
            if ((text(row, "opens_at") + " " + text(row, "closes_at")).matches(".*\\d(Z|[+-]\\d\\d:?\\d\\d)\\b.*")) return doubt(doubts, "are given in another time than that of the United Kingdom: an editor has to write them");
            if (from == null || to == null) return doubt(doubts, "lack a time of opening or closing");
            Set<Integer> days = freq.equals("DAILY") && byday.isEmpty() ? Set.of(0, 1, 2, 3, 4, 5, 6) : days(byday);
            if (days == null || days.isEmpty()) return doubt(doubts, "lack the days of the week");
            if (!text(row, "dtstart").isEmpty() && after(text(row, "dtstart"), today) || !text(row, "until").isEmpty()) return doubt(doubts, "hold for some dates only: an editor has to write them");
            String bound = bound("from", text(row, "valid_from")) + bound("to", text(row, "valid_to"));
            bounds.add(bound);
            spans.computeIfAbsent(from + "-" + to, any -> new LinkedHashSet<>()).addAll(days);
            String said = holidays(text(row, "description"));
            if (!said.isEmpty()) holidays = said;
        }
        if (spans.isEmpty()) return Optional.empty();
        if (bounds.size() > 1) return doubt(doubts, "change with the dates: an editor has to write them");
        List<String> parts = new ArrayList<>();
        if (spans.size() == 1 && spans.keySet().iterator().next().equals("00:00-24:00") && spans.values().iterator().next().size() == 7 && holidays.equals("; PH open")) return Optional.of("24/7" + bounds.iterator().next());
        spans.forEach((span, days) -> parts.add(days(days) + " " + span));
        return Optional.of(String.join("; ", parts) + holidays + bounds.iterator().next());
    }

    private static Optional<String> doubt(List<Doubt> doubts, String words) {
        Doubt doubt = new Doubt("schedules", words, false);
        if (!doubts.contains(doubt)) doubts.add(doubt);
        return Optional.empty();
    }

    /** A schedule that begins on a day to come does not hold yet; one that began is how it is. */
    private static boolean after(String day, LocalDate today) {
        try {
            return LocalDate.parse(day.substring(0, Math.min(10, day.length()))).isAfter(today);
        } catch (DateTimeException none) {
            return true;
        }
    }

    private static String bound(String word, String day) {
        return day.matches("\\d{4}-\\d\\d-\\d\\d.*") ? "; " + word + " " + day.substring(0, 10) : "";
    }

    private static String holidays(String said) {
        Matcher own = HOLIDAY_TIMES.matcher(said);
        if (said.equals("Closed on bank holidays.")) return "; PH off";
        if (said.equals("Open as usual on bank holidays.")) return "; PH open";
        return own.matches() && own.group(1).matches("\\d\\d:\\d\\d to \\d\\d:\\d\\d(, \\d\\d:\\d\\d to \\d\\d:\\d\\d)*") ? "; PH " + own.group(1).replace(" to ", "-").replace(", ", ",") : "";
    }

    private static @Nullable String time(String typed) {
        Matcher time = TIME.matcher(typed.strip());
        if (!time.matches()) return null;
        int hour = Integer.parseInt(time.group(1));
        String minutes = time.group(2) == null ? "00" : time.group(2);
        if (hour == 24) return minutes.equals("00") ? "24:00" : null;
        return LocalTime.of(hour, Integer.parseInt(minutes)).toString();
    }

    private static @Nullable Set<Integer> days(String byday) {
        Set<Integer> days = new LinkedHashSet<>();
        for (String day : byday.replaceAll("[\\[\\]\"{}]", "").split("[,;\\s]+")) {
            if (day.isEmpty()) continue;
            int which = day.length() < 2 ? -1 : DAYS.indexOf(day.substring(0, 1).toUpperCase(Locale.ROOT) + day.substring(1, 2).toLowerCase(Locale.ROOT));
            if (which < 0 || !day.chars().allMatch(Character::isLetter)) return null;
            days.add(which);
        }
        return days;
    }

    private static String days(Set<Integer> days) {
        List<Integer> sorted = days.stream().sorted().toList();
        boolean run = sorted.size() > 2 && sorted.get(sorted.size() - 1) - sorted.get(0) == sorted.size() - 1;
        return run ? DAYS.get(sorted.get(0)) + "-" + DAYS.get(sorted.get(sorted.size() - 1)) : sorted.stream().map(DAYS::get).collect(Collectors.joining(","));
    }
}
