package org.alongside.shared;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what was typed on forms. Problems are noted beside the field; the typed text itself is never changed. */
public final class Typed {
    private static final int LONGEST = 20_000, LONGEST_ADDRESS = 1000;
    private static final Pattern TIME = Pattern.compile("(?i)\\s*([01]?\\d|2[0-3])(?:[:.]?([0-5]\\d))?\\s*(am|pm)?\\s*");

    private Typed() {
    }

    /** The text, or null when there is none. */
    public static @Nullable String words(@Nullable String typed, String field, Problems problems) {
        if (typed == null || typed.isBlank()) return null;
        if (typed.length() > LONGEST) problems.add(field, "Write no more than 20,000 characters. What you wrote is still here: move the rest to a second note.");
        return typed.strip();
    }

    public static @Nullable String wordsNeeded(@Nullable String typed, String field, String missing, Problems problems) {
        String words = words(typed, field, problems);
        if (words == null) problems.add(field, missing);
        return words;
    }

    /** The same, of at most so many characters. */
    public static @Nullable String wordsNeeded(@Nullable String typed, String field, int most, String missing, Problems problems) {
        return atMost(wordsNeeded(typed, field, missing, problems), field, most, problems);
    }

    /** Words that may be missing, of at most so many characters; empty when they are. */
    public static String fitting(@Nullable String typed, String field, int most, Problems problems) {
        return Objects.requireNonNullElse(atMost(typed == null ? "" : typed.strip(), field, most, problems), "");
    }

    private static @Nullable String atMost(@Nullable String words, String field, int most, Problems problems) {
        if (words != null && words.length() > most) problems.add(field, "Use at most " + String.format(Locale.UK, "%,d", most) + " letters");
        return words;
    }

    /** A whole number between these two; null, with a problem, for anything else. */
    public static @Nullable Integer number(@Nullable String typed, String field, int least, int most, String wrong, Problems problems) {
        String digits = typed == null ? "" : typed.strip();
        int number = digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
        if (number >= least && number <= most && number >= 0) return number;
        problems.add(field, wrong);
        return null;
    }

    /** The address of a page on the web, as it was typed; empty for anything else. */
    public static Optional<String> address(@Nullable String typed) {
        try {
            URI address = new URI(typed == null ? "" : typed.strip());
            boolean leads = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            // Safety: nothing that a browser would run, and no password inside of an address.
            return leads && address.getHost() != null && address.getUserInfo() == null && address.toString().length() <= LONGEST_ADDRESS ? Optional.of(address.toString()) : Optional.empty();
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }

    public static <E extends Enum<E>> @Nullable E one(Class<E> kind, @Nullable String typed) {
        return Stream.of(kind.getEnumConstants()).filter(value -> value.name().equals(typed)).findFirst().orElse(null);
    }

    public static <E extends Enum<E>> @Nullable E oneNeeded(Class<E> kind, @Nullable String typed, String field, String missing, Problems problems) {
        E chosen = one(kind, typed);
        if (chosen == null) problems.add(field, missing);
        return chosen;
    }

    public static <E extends Enum<E>> Set<E> any(Class<E> kind, @Nullable List<String> typed) {
        Set<E> chosen = EnumSet.noneOf(kind);
        for (String value : typed == null ? List.<String>of() : typed) Optional.ofNullable(one(kind, value)).ifPresent(chosen::add);
        return chosen;
    }

    /** The id made with the form, in its field {@code once}; a new one when there is none, so that nothing typed is lost to a broken form. */
    public static UUID id(@Nullable String typed) {
        try {
            return typed == null ? UUID.randomUUID() : UUID.fromString(typed);
        } catch (IllegalArgumentException broken) {
            return UUID.randomUUID();
        }
    }

    public static int version(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    /** When something happened, London time: not in the future, and not before anyone alive. */
    public static @Nullable Instant happened(TypedDate on, @Nullable String time, String field, Clock clock, Problems problems) {
        Instant happened = at(on, time, field, "Enter the day it happened", problems);
        if (happened == null) return null;
        // Clocks are set by people: what happened "just now" may be a minute ahead.
        if (happened.isAfter(clock.instant().plusSeconds(120)) || Times.day(happened).getYear() < 1920) {
            problems.add(field, "Enter when it happened: not a time to come");
            return null;
        }
        return happened;
    }

    /** A day and a time of that day in London; problems of the time are noted on the field {@code time}. */
    public static @Nullable Instant at(TypedDate on, @Nullable String time, String field, String missing, Problems problems) {
        LocalDate day = on.needed(field, missing, problems).orElse(null);
        if (day == null) return null;
        LocalTime at = time(time);
        if (at == null) {
            problems.add("time", "Enter a time, such as 14:30 or 2:30pm");
            return null;
        }
        return day.atTime(at).atZone(Times.LONDON).toInstant();
    }

    private static @Nullable LocalTime time(@Nullable String typed) {
        Matcher time = TIME.matcher(typed == null ? "" : typed);
        if (!time.matches()) return null;
        int hour = Integer.parseInt(time.group(1));
        String half = time.group(3);
        if (half != null && (hour < 1 || hour > 12)) return null;
        if (half != null) hour = hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
        try {
            return LocalTime.of(hour, time.group(2) == null ? 0 : Integer.parseInt(time.group(2)));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** A day to come, or today. */
    public static @Nullable LocalDate due(TypedDate on, String field, Clock clock, Problems problems) {
        LocalDate day = on.needed(field, "Enter the day it is due", problems).orElse(null);
        if (day != null && day.getYear() > Times.day(clock.instant()).getYear() + 10) problems.add(field, "Enter a day within the next ten years");
        return day;
    }

    /** Does this; a rule that refuses it becomes a problem of the field, and the page comes back with all that was typed. */
    public static boolean accepted(Problems problems, String field, Runnable verb) {
        if (!problems.isEmpty()) return false;
        try {
            verb.run();
            return true;
        } catch (RuleBroken refused) {
            problems.add(field, refused.getMessage());
            return false;
        }
    }
}
