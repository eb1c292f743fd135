package org.alongside.directory.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.directory.Audience;
import org.alongside.directory.Conditions;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Cost;
import org.alongside.directory.Entry;
import org.alongside.directory.Languages;
import org.alongside.directory.Nation;
import org.alongside.directory.Offerer;
import org.alongside.directory.OpeningHours;
import org.alongside.directory.Part;
import org.alongside.directory.Places;
import org.alongside.directory.RiskLevel;
import org.alongside.directory.WayIn;
import org.alongside.directory.Welcome;
import org.alongside.directory.exchange.Reading.From;
import org.alongside.directory.openreferral.OpenReferral;
import org.alongside.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A flat sheet, one service a line, as small charities have them. */
@Component
public class Sheet {
    /** What a column means, and the other names by which it goes. */
    public enum Column {
        ID("A number or word of yours that stays the same, so that the line is found again", "id", "reference", "ref", "service id", "import id"),
        NAME("Name of the service", "name", "service", "service name", "title"),
        ORGANISATION("Who offers it", "organisation", "organization", "organisation name", "organization name", "provider", "charity", "agency"),
        SUMMARY("What it is, in a sentence or two", "summary", "description", "service description", "about", "what it does", "what they do"),
        PHONE("Telephone", "phone", "telephone", "tel", "phone number", "telephone number", "helpline"),
        FREE("Whether it is free to ring: yes or no", "phone free", "free to call", "free phone", "freephone"),
        TEXT("Number for text messages", "text", "sms", "text number"),
        EMAIL("E-mail", "email", "e mail", "email address", "e mail address"),
        WEBSITE("Web address of the service", "website", "url", "web", "web address", "link", "web site"),
        CHAT("Web address of a chat", "chat", "web chat", "webchat", "live chat"),
        HOURS("When somebody answers: Mo-Fr 09:30-16:30; PH off, or in words", "hours", "opening hours", "opening times", "open", "times", "availability"),
        MONDAY("Hours of Mondays; the other days have columns too", "monday", "mon"), TUESDAY("", "tuesday", "tue", "tues"), WEDNESDAY("", "wednesday", "wed"), THURSDAY("", "thursday", "thu", "thurs"), FRIDAY("", "friday", "fri"), SATURDAY("", "saturday", "sat"), SUNDAY("", "sunday", "sun"),
        BANK_HOLIDAYS("closed, open, or hours", "bank holidays", "bank holiday"),
        SERVES("Where it works: towns, districts, first halves of postcodes, nations or UK, with semicolons between", "serves", "area", "areas", "area served", "areas covered", "area covered", "coverage", "where", "service area", "locality"),
        OFFICE("Postcode of a public office, never of a refuge; only its first half is read", "office", "offices", "postcode", "post code", "office postcode"),
        LANGUAGES("Languages, by name or code, with semicolons between", "languages", "language", "languages spoken"),
        OFFERS("What it offers: %s", "offers", "what it offers", "parts", "service type", "type of service", "support offered"),
        FOR("For whom: %s", "for", "for whom", "who for", "welcomes", "who is it for", "audience"),
        NOT_FOR("Not for whom, in the same words", "not for", "does not", "excludes"),
        ONLY_FOR("Only for whom, in the same words", "only for", "only", "by and for"),
        REFER_SELF("Whether one may ask for oneself: yes or no", "self referral", "self refer", "self referrals"),
        REFER_AGENCY("Whether an agency may ask: yes or no", "agency referral", "professional referral", "agency referrals"),
        HOW_TO_ASK("How to ask", "how to ask", "how to refer", "referral process", "referral", "referrals", "how to access", "access"),
        INTERPRETERS("Whether an interpreter is found: yes or no", "interpreters", "interpreter", "interpreting", "interpretation"),
        COST("free, charged, or how much", "cost", "fees", "price", "costs"),
        YOUNGEST("From which age", "youngest", "minimum age", "min age", "age from", "from age"),
        OLDEST("To which age", "oldest", "maximum age", "max age", "age to", "to age"),
        RISK("standard, medium, high", "risk", "risk level", "risk levels"),
        NOTICE("What everybody should know first", "notice", "alert", "note"),
        PAUSED("Closed for now: yes or no", "paused", "closed for now", "temporarily closed"),
        ORGANISATION_WEBSITE("Web address of the organisation", "organisation website", "organization website"),
        ORGANISATION_ABOUT("About the organisation", "about the organisation", "organisation description", "organization description"),
        CHARITY_NUMBER("Charity number (England and Wales)", "charity number", "charity no", "registered charity number"),
        COMPANY_NUMBER("Company number", "company number", "company no"),
        SOURCE("Where these facts were found", "source", "found at");

        private final String meaning;
        private final List<String> names;

        Column(String meaning, String... names) {
            this.meaning = meaning;
            this.names = List.of(names);
        }

        /** As it stands in the template. */
        public String heading() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final List<Column> DAYS = List.of(Column.MONDAY, Column.TUESDAY, Column.WEDNESDAY, Column.THURSDAY, Column.FRIDAY, Column.SATURDAY, Column.SUNDAY);
    private static final List<String> SHORT = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private final Reading reading;
    private final Places places;
    private final Words words;

    Sheet(Reading reading, Places places, Words words) {
        this.reading = reading;
        this.places = places;
        this.words = words;
    }

    /** What a column of the template takes, in words; empty where its heading says it. */
    public String meaning(Column column) {
        return switch (column) {
            case OFFERS -> String.format(column.meaning, list(Part.Kind.values()));
            case FOR -> String.format(column.meaning, list(Audience.values()));
            default -> column.meaning;
        };
    }

    private static String list(Enum<?>[] values) {
        return Stream.of(values).map(one -> Reading.key(one).replace('-', ' ')).collect(Collectors.joining("; "));
    }

    static Map<Column, String> headings(Table table) {
        Map<Column, String> found = new LinkedHashMap<>();
        for (String heading : table.headings()) {
            String plain = heading.toLowerCase(Locale.ROOT).replaceAll("\\(.*?\\)|[*:?]", " ").replaceAll("[^\\p{L}\\d]+", " ").strip();
            for (Column column : Column.values()) if ((plain.equals(column.heading().toLowerCase(Locale.ROOT)) || column.names.contains(plain)) && !found.containsKey(column)) {
                found.put(column, heading);
                break;
            }
        }
        return found;
    }

    List<Given> read(Table table, From from) {
        Map<Column, String> headings = headings(table);
        if (!headings.containsKey(Column.NAME)) throw new CannotRead("The sheet needs a column “Name”, and at best “Organisation”, “Summary” and “Serves” too. It has: " + table.headings().stream().limit(30).map(PlainText::line).collect(Collectors.joining(", ")));
        List<Given> services = new ArrayList<>();
        for (int line = 0; line < table.lines().size(); line++) services.add(new Line(table.lines().get(line), headings, from, line + 2).read());
        return services;
    }

    /** One line on its way. */
    private class Line {
        private final Map<String, String> cells;
        private final Map<Column, String> headings;
        private final From from;
        private final int number;
        private final List<Doubt> doubts = new ArrayList<>();

        Line(Map<String, String> cells, Map<Column, String> headings, From from, int number) {
            this.cells = cells;
            this.headings = headings;
            this.from = from;
            this.number = number;
        }

        Given read() {
            List<Part> parts = parts();
            String everything = Stream.of(Column.NAME, Column.ORGANISATION, Column.SUMMARY, Column.OFFERS, Column.HOW_TO_ASK, Column.NOTICE, Column.ORGANISATION_ABOUT).map(this::cell).collect(Collectors.joining(". "));
            boolean hidden = parts.stream().anyMatch(part -> part.kind() == Part.Kind.REFUGE) || PlainText.saysRefuge(everything);
            String name = PlainText.line(cell(Column.NAME)), by = PlainText.line(cell(Column.ORGANISATION));
            if (by.isEmpty()) {
                by = name;
                note(Column.ORGANISATION, "is missing: the name of the service stands in");
            }
            boolean identified = !cell(Column.ID).isEmpty() && cell(Column.ID).length() <= 200 && !(hidden && PlainText.tellsWhere(cell(Column.ID)));
            String id = identified ? PlainText.line(cell(Column.ID)) : name.isEmpty() ? "line " + number : "name:" + Reading.fold(name) + "/" + Reading.fold(by);
            if (parts.isEmpty()) note(Column.OFFERS, "does not say in our terms what it offers: an editor has to");
            UUID offeredBy = OpenReferral.id("offerer/" + Reading.fold(by)), own = OpenReferral.id("service/" + from.origin() + "/" + id);
            boolean isId = id.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            Entry entry = new Entry(isId ? UUID.fromString(id) : own, offeredBy, name, cell(Column.SUMMARY), parts, ways(), serves(), hidden ? List.of() : offices(), languages(), yesNo(Column.REFER_SELF), conditions(), cell(Column.SOURCE).isEmpty() ? from.origin() : cell(Column.SOURCE));
            Set<String> numbers = new TreeSet<>();
            numbered(Column.CHARITY_NUMBER, "GB-CHC-", numbers);
            numbered(Column.COMPANY_NUMBER, "GB-COH-", numbers);
            String about = cell(Column.ORGANISATION_ABOUT);
            Given given = Tidy.checked(new Given(id, null, entry, new Offerer(offeredBy, by, web(Column.ORGANISATION_WEBSITE), about.isEmpty() ? null : about, List.copyOf(numbers), List.of()), doubts, hidden, false));
            List<Doubt> named = new ArrayList<>(given.doubts());
            said(Column.SUMMARY, PlainText.of(cell(Column.SUMMARY)), given.entry().summary(), named);
            said(Column.NAME, name, given.entry().name(), named);
            return new Given(id, null, given.entry(), given.offeredBy(), named, given.hasRefuge(), false);
        }

        private void said(Column column, String typed, String kept, List<Doubt> named) {
            if (!typed.equals(kept) && !kept.isEmpty()) named.add(new Doubt(column.heading(), typed.length() > kept.length() && kept.endsWith("…") || typed.startsWith(kept) ? "was too long and was cut" : "said where it is: the sentence was left out, no address is kept here", false));
        }

        private String cell(Column column) {
            String heading = headings.get(column);
            return heading == null ? "" : cells.getOrDefault(heading, "").strip();
        }

        private void note(Column column, String why) {
            doubts.add(new Doubt(column.heading(), why, false));
        }

        private List<String> several(Column column) {
            return Stream.of(cell(column).split("[;\\n|]|,(?![^(]*\\))")).map(PlainText::line).filter(one -> !one.isEmpty()).toList();
        }

        private List<Part> parts() {
            Set<Part.Kind> kinds = new LinkedHashSet<>();
            for (String said : several(Column.OFFERS)) meant(Part.Kind.class, said, "part").ifPresentOrElse(kinds::add, () -> note(Column.OFFERS, "has a word that is none of ours"));
            Set<Audience> welcomes = audiences(Column.FOR), doesNot = audiences(Column.NOT_FOR), only = audiences(Column.ONLY_FOR);
            welcomes.addAll(only);
            if (welcomes.stream().anyMatch(doesNot::contains)) note(Column.NOT_FOR, "names somebody who is welcomed too");
            return kinds.stream().map(kind -> new Part(kind, welcomes, doesNot, only)).toList();
        }

        private Set<Audience> audiences(Column column) {
            Set<Audience> audiences = EnumSet.noneOf(Audience.class);
            for (String said : several(column)) meant(Audience.class, said, "audience").ifPresentOrElse(audiences::add, () -> note(column, "has a word that is none of ours"));
            return audiences;
        }

        private <E extends Enum<E>> Optional<E> meant(Class<E> kind, String said, String list) {
            String plain = Reading.fold(said);
            return Stream.of(kind.getEnumConstants()).filter(one -> plain.equals(Reading.fold(Reading.key(one))) || plain.equals(Reading.fold(words.say(Locale.UK, "directory." + list + "." + Reading.key(one))))).findFirst();
        }

        private List<WayIn> ways() {
            List<WayIn> ways = new ArrayList<>();
            String hours = hours();
            Set<Nation> nations = hours == null ? Set.of() : nations();
            Welcome free = yesNo(Column.FREE);
            for (String number : several(Column.PHONE)) way(ways, Column.PHONE, new WayIn(Way.PHONE, number, null, free == Welcome.NOT_STATED ? null : free == Welcome.YES, null, Set.of()));
            for (String number : several(Column.TEXT)) way(ways, Column.TEXT, new WayIn(Way.TEXT, number, null, null, null, Set.of()));
            for (String mail : several(Column.EMAIL)) way(ways, Column.EMAIL, new WayIn(Way.EMAIL, mail.replaceFirst("(?i)^mailto:", ""), null, null, null, Set.of()));
            for (Column column : List.of(Column.CHAT, Column.WEBSITE)) {
                String web = web(column);
                if (web != null) ways.add(new WayIn(column == Column.CHAT ? Way.CHAT : Way.WEBSITE, web, null, null, null, Set.of()));
            }
            if (hours != null && !ways.isEmpty()) ways.set(0, new WayIn(ways.get(0).way(), ways.get(0).value(), null, ways.get(0).free(), hours, nations));
            if (ways.isEmpty()) note(Column.PHONE, "is missing, and so is every other way to reach it");
            return ways;
        }

        private void way(List<WayIn> ways, Column column, WayIn way) {
            // A spreadsheet takes a number for a number, and the nought in front away.
            String value = isDialled(way) && way.value().matches("[1-9]\\d{9}") ? "0" + way.value() : way.value();
            boolean rings = !isDialled(way) || value.replaceAll("\\D", "").length() < 7 || org.alongside.shared.Phone.read(value).isPresent();
            if (Tidy.isOf(way.way(), value) && rings) ways.add(new WayIn(way.way(), value, null, way.free(), null, Set.of()));
            else note(column, isDialled(way) ? "is no number that rings" : "is no e-mail address");
        }

        private static boolean isDialled(WayIn way) {
            return way.way() == Way.PHONE || way.way() == Way.TEXT;
        }

        private @Nullable String web(Column column) {
            String typed = PlainText.line(cell(column));
            if (typed.isEmpty()) return null;
            String address = typed.matches("(?i)https://.+") ? typed : "https://" + typed.replaceFirst("(?i)^http://", "");
            if (!typed.equals(address)) note(column, "was no https address and is taken as one: try it");
            if (Reading.isWeb(address)) return address;
            note(column, "is no web address");
            return null;
        }

        private @Nullable String hours() {
            List<String> parts = new ArrayList<>();
            if (!cell(Column.HOURS).isEmpty()) parts.add(OpeningHours.tidy(PlainText.of(cell(Column.HOURS))));
            for (int day = 0; day < 7; day++) {
                String said = cell(DAYS.get(day));
                if (!said.isEmpty() && !said.toLowerCase(Locale.ROOT).matches("closed|-|–|no|n/a|none")) parts.add(SHORT.get(day) + " " + OpeningHours.tidy(said));
            }
            String holidays = cell(Column.BANK_HOLIDAYS).toLowerCase(Locale.ROOT);
            if (!holidays.isEmpty() && !parts.isEmpty()) parts.add(holidays.matches("closed|no|off") ? "PH off" : holidays.matches("open|yes|as usual|open as usual") ? "PH open" : "PH " + OpeningHours.tidy(holidays));
            if (parts.isEmpty()) return null;
            String notation = String.join("; ", parts);
            try {
                OpeningHours.read(notation, Set.of(), null);
                return notation;
            } catch (IllegalArgumentException unreadable) {
                note(Column.HOURS, "cannot be read and stays not stated");
                return null;
            }
        }

        private Set<String> serves() {
            Set<String> areas = new LinkedHashSet<>();
            for (String said : several(Column.SERVES)) reading.area(said).ifPresentOrElse(areas::add, () -> note(Column.SERVES, "names a place we do not know"));
            return areas.isEmpty() ? from.serves() : areas;
        }

        private Set<Nation> nations() {
            Set<Nation> nations = EnumSet.noneOf(Nation.class);
            for (String area : serves()) {
                Stream.of(Nation.values()).filter(nation -> nation.name().equals(area)).forEach(nations::add);
                if (!area.equals("UK")) places.find(area).forEach(place -> nations.add(place.nation()));
            }
            return nations.size() == 1 ? nations : Set.of();
        }

        private List<String> offices() {
            Set<String> offices = new TreeSet<>();
            for (String said : several(Column.OFFICE)) {
                String half = Places.outcode(said);
                if (half != null && places.ofOutcode(half) != null) offices.add(half);
                else note(Column.OFFICE, "is no postcode we know");
            }
            return List.copyOf(offices);
        }

        private List<String> languages() {
            Set<String> codes = new TreeSet<>();
            for (String said : several(Column.LANGUAGES)) Languages.code(said).ifPresentOrElse(codes::add, () -> note(Column.LANGUAGES, "name one we do not know"));
            return List.copyOf(codes);
        }

        private Welcome yesNo(Column column) {
            String said = cell(column).toLowerCase(Locale.ROOT);
            if (said.matches("yes|y|true|1|x|ja|✓|✔")) return Welcome.YES;
            if (said.matches("no|n|false|0")) return Welcome.NO;
            if (!said.isEmpty()) note(column, "must be yes or no");
            return Welcome.NOT_STATED;
        }

        private Conditions conditions() {
            Set<RiskLevel> risks = EnumSet.noneOf(RiskLevel.class);
            for (String said : several(Column.RISK)) Stream.of(RiskLevel.values()).filter(level -> Reading.fold(said).replace(" risk", "").equals(Reading.key(level))).findFirst().ifPresentOrElse(risks::add, () -> note(Column.RISK, "has a word that is none of standard, medium, high"));
            String cost = cell(Column.COST);
            boolean free = cost.matches("(?i)free( of charge)?|no|none|0(\\.0+)?|£0(\\.00)?|no (cost|charge)"), charged = !free && !cost.isEmpty() && cost.matches("(?i)charged|yes|.*[1-9].*");
            if (!cost.isEmpty() && !free && !charged) note(Column.COST, "must be free, charged, or how much");
            Integer youngest = age(Column.YOUNGEST), oldest = age(Column.OLDEST);
            if (youngest != null && oldest != null && youngest > oldest) note(Column.YOUNGEST, "is above the highest age");
            return new Conditions(yesNo(Column.PAUSED) == Welcome.YES, none(cell(Column.NOTICE)), yesNo(Column.INTERPRETERS), yesNo(Column.REFER_AGENCY), none(cell(Column.HOW_TO_ASK)), free ? Cost.FREE : charged ? Cost.CHARGED : Cost.NOT_STATED, charged && !cost.matches("(?i)charged|yes") ? cost : null, youngest, oldest, risks);
        }

        private @Nullable Integer age(Column column) {
            String said = cell(column);
            if (said.isEmpty()) return null;
            if (said.matches("\\d{1,3}") && Integer.parseInt(said) <= 120) return Integer.valueOf(said);
            note(column, "is no age in years");
            return null;
        }

        private void numbered(Column column, String scheme, Set<String> numbers) {
            String number = cell(column).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
            if (!number.isEmpty()) numbers.add(scheme + number);
        }

        private static @Nullable String none(String words) {
            return words.isEmpty() ? null : words;
        }
    }
}
