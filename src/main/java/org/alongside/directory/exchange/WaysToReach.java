package org.alongside.directory.exchange;

import static org.alongside.directory.exchange.Json.all;
import static org.alongside.directory.exchange.Json.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Nation;
import org.alongside.directory.OpeningHours;
import org.alongside.directory.WayIn;
import org.alongside.shared.EmailAddress;
import org.alongside.shared.Phone;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a record says that a service is reached, and when somebody answers there. */
final class WaysToReach {
    private static final Pattern PHONE = Pattern.compile("\\(?\\+?[0-9][0-9 ()./-]{1,28}[0-9]");
    private static final List<String> SCHEDULES = List.of("schedules", "schedule", "regular_schedules", "regular_schedule");
    private static final int MOST = 40, LONGEST_HOURS = 2000;
    private final OneRecord one;
    private final Map<String, WayIn> ways = new LinkedHashMap<>();

    private WaysToReach(OneRecord one) {
        this.one = one;
    }

    /** @param holidays the nation whose bank holidays count, if it is known */
    static List<WayIn> read(OneRecord one, Set<Nation> holidays, LocalDate today) {
        WaysToReach reading = new WaysToReach(one);
        one.phones().forEach(reading::phone);
        reading.mail(one.say("email"));
        one.some("contacts").forEach(contact -> reading.mail(text(contact, "email")));
        reading.add(Way.WEBSITE, one.web("url", one.say("url")), null);
        List<WayIn> ways = new ArrayList<>(reading.ways.values());
        if (ways.isEmpty()) one.note("phones", "are missing, and so is every other way to reach it");
        else reading.hours(ways, holidays, today);
        return ways;
    }

    private void phone(JsonNode phone) {
        String number = PlainText.line(text(phone, "number")), type = text(phone, "type").toLowerCase(Locale.ROOT);
        if (type.contains("fax")) return;
        if (!PHONE.matcher(number).matches() || !rings(number)) one.note("phones", "have a number that cannot ring");
        else if (type.matches("text ?phone|tty|minicom|pager|video")) one.note("phones", "have a kind we have no room for: an editor may add it");
        else add(type.matches("text|sms|cell_text|text message") ? Way.TEXT : Way.PHONE, number, one.orNothing("phones", text(phone, "description"), 80));
    }

    private static boolean rings(String number) {
        int digits = number.replaceAll("\\D", "").length();
        return digits >= 3 && digits <= 6 || Phone.read(number).isPresent();
    }

    private void mail(String typed) {
        String mail = PlainText.line(typed).replaceFirst("(?i)^mailto:", "");
        if (mail.isEmpty()) return;
        if (EmailAddress.canArrive(mail)) add(Way.EMAIL, mail, null);
        else one.note("email", "is no e-mail address");
    }

    private void add(Way way, String value, @Nullable String label) {
        if (!value.isEmpty() && ways.size() < MOST) ways.putIfAbsent(way + value.replaceAll("[^\\p{L}\\d@.]", ""), new WayIn(way, value, label, null, null, Set.of()));
    }

    /** Hours of a service are those of its telephone, else of its first way in; those that name a way of ours are that one's. */
    private void hours(List<WayIn> ways, Set<Nation> holidays, LocalDate today) {
        if (!one.some("holiday_schedules").isEmpty()) one.note("schedules", "have holidays of their own: an editor has to write them");
        Way usual = ways.stream().map(WayIn::way).filter(way -> way == Way.PHONE).findFirst().orElse(ways.get(0).way());
        Map<Way, List<JsonNode>> byWay = new LinkedHashMap<>();
        for (JsonNode row : schedules()) {
            String how = text(row, "attending_type").toUpperCase(Locale.ROOT);
            byWay.computeIfAbsent(Stream.of(Way.values()).filter(way -> way.name().equals(how)).findFirst().orElse(usual), any -> new ArrayList<>()).add(row);
        }
        byWay.forEach((way, rows) -> WeekHours.read(rows, today, one.doubts()).ifPresent(hours -> ways.stream().filter(each -> each.way() == way).findFirst().ifPresent(first -> {
            if (hours.length() > LONGEST_HOURS || !isReadable(hours)) one.note("schedules", "cannot be read: an editor has to write them");
            else ways.set(ways.indexOf(first), new WayIn(way, first.value(), first.label(), first.free(), hours, holidays));
        })));
    }

    /** Those of the service; else of its places, where they all say the same. */
    private List<JsonNode> schedules() {
        List<JsonNode> rows = all(one.service, SCHEDULES);
        if (!rows.isEmpty()) return rows;
        List<List<JsonNode>> perPlace = one.places().stream().map(WaysToReach::schedules).filter(some -> !some.isEmpty()).distinct().toList();
        if (perPlace.size() > 1) one.note("schedules", "differ from place to place: an editor has to write them");
        return perPlace.size() == 1 ? perPlace.get(0) : List.of();
    }

    private static List<JsonNode> schedules(JsonNode place) {
        return Stream.concat(all(place, SCHEDULES).stream(), all(place, "location").stream().flatMap(location -> all(location, SCHEDULES).stream())).toList();
    }

    private static boolean isReadable(String hours) {
        try {
            OpeningHours.read(hours, Set.of(), null);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
