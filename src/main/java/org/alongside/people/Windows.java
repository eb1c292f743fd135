package org.alongside.people;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Safe times as people write them: "weekdays 9am to midday; Saturday 10-4". What {@link Window#words()} says can be read again. */
public final class Windows {
    private static final Pattern LINE = Pattern.compile("(?<days>.*?)\\s*(?<from>\\d{1,2}(?:[:.]\\d{2})?\\s*(?:am|pm)?|midday|noon|midnight)\\s*(?:-|–|to|until)\\s*(?<to>\\d{1,2}(?:[:.]\\d{2})?\\s*(?:am|pm)?|midday|noon|midnight)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?");

    private Windows() {
    }

    /** No windows when nothing was typed (any time); empty when it cannot be read. */
    public static Optional<List<Window>> read(String typed) {
        List<Window> windows = new ArrayList<>();
        for (String line : typed.toLowerCase(Locale.ROOT).split("[;\\n]")) {
            if (line.isBlank()) continue;
            Optional<Window> window = line(line.strip());
            if (window.isEmpty()) return Optional.empty();
            windows.add(window.get());
        }
        return Optional.of(windows);
    }

    private static Optional<Window> line(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) return Optional.empty();
        Optional<Set<DayOfWeek>> days = days(parts.group("days").replaceAll(":$", "").strip());
        Optional<LocalTime> from = time(parts.group("from"));
        Optional<LocalTime> to = time(parts.group("to"));
        if (days.isEmpty() || from.isEmpty() || to.isEmpty() || from.equals(to)) return Optional.empty();
        return Optional.of(new Window(days.get(), from.get(), to.get()));
    }

    private static Optional<Set<DayOfWeek>> days(String words) {
        if (words.isEmpty() || words.equals("every day") || words.equals("daily")) return Optional.of(EnumSet.allOf(DayOfWeek.class));
        if (words.equals("weekdays")) return Optional.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        if (words.equals("weekends")) return Optional.of(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : words.split(",| and |&")) {
            String[] ends = part.strip().split("\\s*(?:-|–|\\bto\\b)\\s*");
            Optional<DayOfWeek> first = day(ends[0]);
            Optional<DayOfWeek> last = day(ends[ends.length - 1]);
            if (ends.length > 2 || first.isEmpty() || last.isEmpty()) return Optional.empty();
            for (DayOfWeek day = first.get(); ; day = day.plus(1)) {
                days.add(day);
                if (day == last.get()) break;
            }
        }
        return Optional.of(days);
    }

    private static Optional<DayOfWeek> day(String word) {
        if (word.length() < 3) return Optional.empty();
        return EnumSet.allOf(DayOfWeek.class).stream().filter(day -> (day.name().toLowerCase(Locale.ROOT) + "s").startsWith(word)).findFirst();
    }

    private static Optional<LocalTime> time(String word) {
        if (word.equals("midday") || word.equals("noon")) return Optional.of(LocalTime.NOON);
        if (word.equals("midnight")) return Optional.of(LocalTime.MIDNIGHT);
        Matcher parts = TIME.matcher(word);
        if (!parts.matches()) return Optional.empty();
        int hour = Integer.parseInt(parts.group(1));
        int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        if (parts.group(3) != null) {
            if (hour < 1 || hour > 12) return Optional.empty();
            hour = hour % 12 + (parts.group(3).equals("pm") ? 12 : 0);
        }
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }
}
