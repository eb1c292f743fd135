package org.alongside.directory;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.alongside.directory.OpenNow.Reason;
import org.alongside.directory.OpenNow.State;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;

/** Says opening hours in the reader's language: "Closed now. Opens at 1:30pm today". */
public final class HoursInWords {

    private static final int FRESH_FOR_DAYS = 365;
    private static final int DATES_SHOWN = 4;
    private final Frame frame;

    public HoursInWords(Frame frame) {
        this.frame = frame;
    }

    /** One word for the state, never without {@link #more} beside it. */
    public String state(OpenNow open) {
        return frame.say("directory.hours." + open.state().name().toLowerCase(Locale.ROOT));
    }

    public String colour(OpenNow open) {
        return open.state() == State.OPEN ? "green" : open.state() == State.CLOSED ? "grey" : "yellow";
    }

    /** Until when, when next, and what is not known. */
    public String more(OpenNow open) {
        return switch (open.state()) {
            case OPEN -> open.until() == null ? frame.say("directory.hours.day-and-night") : frame.say("directory.hours.until", until(open.until()));
            case CLOSED -> closed(open);
            case UNKNOWN -> unknown(open);
        };
    }

    private String closed(OpenNow open) {
        List<String> said = new ArrayList<>();
        if (open.reason() == Reason.BANK_HOLIDAY) said.add(frame.say("directory.hours.bank-holiday"));
        if (open.note() != null) said.add(open.note() + ".");
        if (open.nextOpening() != null) said.add(frame.say("directory.hours.opens", when(open.nextOpening())));
        // Safety: a day before the next sure opening on which it may or may not answer is named, not skipped.
        if (open.then() == State.UNKNOWN && open.until() != null) said.add(frame.say("directory.hours.maybe-before", day(local(open.until()).toLocalDate())));
        return String.join(" ", said);
    }

    private String unknown(OpenNow open) {
        String check = frame.say(open.reason() == Reason.BANK_HOLIDAY ? "directory.hours.unknown-bank-holiday" : "directory.hours.not-stated");
        return open.nextOpening() == null ? check : check + " " + frame.say("directory.hours.opens-surely", when(open.nextOpening()));
    }

    /** "Monday to Friday: 9:30am to 1pm and 1:30pm to 4:30pm", one line for each set of days with the same hours. */
    public List<String> week(OpeningHours hours) {
        if (!hours.areStated()) return List.of(frame.say("directory.hours.not-stated"));
        if (hours.areAlways()) return List.of(frame.say("directory.hours.always"));
        Map<List<Span>, List<DayOfWeek>> alike = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Span> spans = hours.week().stream().filter(session -> session.days().contains(day)).map(Session::span)
                    .sorted(Comparator.comparing(Span::from)).toList();
            if (!spans.isEmpty()) alike.computeIfAbsent(spans, same -> new ArrayList<>()).add(day);
        }
        List<String> lines = new ArrayList<>();
        alike.forEach((spans, days) -> lines.add(frame.say("directory.hours.line", days(days), and(spans.stream().map(this::span).toList()))));
        lines.addAll(onDates(hours));
        if (lines.isEmpty()) return List.of(frame.say("directory.hours.not-stated"));
        lines.add(holidays(hours));
        return lines;
    }

    /** "Next on Monday 7 December and Monday 4 January: 10am to midday", the nearest few, one line for each set of hours. */
    private List<String> onDates(OpeningHours hours) {
        return hours.week().stream().filter(session -> !session.isWeekly()).flatMap(session -> {
            List<String> next = session.dates().stream().filter(date -> !date.isBefore(today())).sorted().limit(DATES_SHOWN).map(this::day).toList();
            return next.isEmpty() ? Stream.empty() : Stream.of(frame.say("directory.hours.on-dates", and(next), span(session.span())));
        }).toList();
    }

    /** When these hours were last checked, and a warning when that is long ago. */
    public @Nullable String checked(OpeningHours hours) {
        LocalDate on = hours.checkedOn();
        if (on == null) return null;
        boolean old = DAYS.between(on, local(frame.now()).toLocalDate()) > FRESH_FOR_DAYS;
        return frame.say(old ? "directory.hours.checked-long-ago" : "directory.hours.checked", frame.day(on));
    }

    public String and(List<String> words) {
        if (words.size() < 2) return String.join("", words);
        String first = String.join(", ", words.subList(0, words.size() - 1));
        return frame.say("directory.and", first, words.get(words.size() - 1));
    }

    private String holidays(OpeningHours hours) {
        String key = "directory.hours.holidays-" + hours.onBankHolidays().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return frame.say(key, and(hours.bankHolidaySpans().stream().map(this::span).toList()));
    }

    private String days(List<DayOfWeek> days) {
        if (days.size() == 7) return frame.say("directory.every-day");
        boolean run = days.size() > 2 && days.get(days.size() - 1).getValue() - days.get(0).getValue() == days.size() - 1;
        return run ? frame.say("directory.to", name(days.get(0)), name(days.get(days.size() - 1))) : and(days.stream().map(this::name).toList());
    }

    private String span(Span span) {
        if (span.equals(Span.WHOLE_DAY)) return frame.say("directory.hours.all-day");
        return frame.say("directory.to", time(span.from()), time(span.to()));
    }

    private String until(Instant moment) {
        LocalDateTime wall = local(moment);
        boolean midnightTonight = wall.toLocalTime().equals(LocalTime.MIDNIGHT) && wall.toLocalDate().equals(today().plusDays(1));
        return midnightTonight || wall.toLocalDate().equals(today()) ? time(wall.toLocalTime()) : moment(wall, "directory.until.");
    }

    private String when(Instant moment) {
        return moment(local(moment), "directory.when.");
    }

    private String moment(LocalDateTime wall, String words) {
        long away = DAYS.between(today(), wall.toLocalDate());
        if (away == 0) return frame.say(words + "today", time(wall.toLocalTime()));
        if (away == 1) return frame.say(words + "tomorrow", time(wall.toLocalTime()));
        return frame.say(words + "day", time(wall.toLocalTime()), away < 7 ? name(wall.getDayOfWeek()) : day(wall.toLocalDate()));
    }

    private String day(LocalDate day) {
        String month = day.getMonth().getDisplayName(TextStyle.FULL, frame.language());
        return name(day.getDayOfWeek()) + " " + day.getDayOfMonth() + " " + month;
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, frame.language());
    }

    private String time(LocalTime time) {
        if (time.equals(LocalTime.NOON)) return frame.say("directory.time.midday");
        if (time.equals(LocalTime.MIDNIGHT)) return frame.say("directory.time.midnight");
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String clock = hour + (time.getMinute() == 0 ? "" : String.format(Locale.ROOT, ":%02d", time.getMinute()));
        return frame.say(time.getHour() < 12 ? "directory.time.am" : "directory.time.pm", clock);
    }

    private LocalDate today() {
        return local(frame.now()).toLocalDate();
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, OpeningHours.ZONE);
    }
}
