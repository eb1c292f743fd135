package org.alongside.directory.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
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
import org.alongside.directory.RiskLevel;
import org.alongside.directory.WayIn;
import org.alongside.directory.Welcome;
import org.alongside.directory.exchange.Reading.From;
import org.alongside.directory.exchange.Sheet.Column;
import org.alongside.directory.openreferral.OpenReferral;
import org.alongside.shared.Phone;
import org.alongside.ui.Words;
import org.jspecify.annotations.Nullable;

/** One line of a sheet on its way. */
final class SheetLine {
    private static final List<Column> DAYS = List.of(Column.MONDAY, Column.TUESDAY, Column.WEDNESDAY, Column.THURSDAY, Column.FRIDAY, Column.SATURDAY, Column.SUNDAY);
    private static final List<String> SHORT = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    /** By what Open Referral calls it. */
    private static final Map<String, String> HEADINGS = Map.of("name", Column.NAME.heading(), "description", Column.SUMMARY.heading(), "organization", Column.ORGANISATION.heading(), "service_areas", Column.SERVES.heading());
    private final Areas areas;
    private final Words words;
    private final Map<Column, String> cells;
    private final From from;
    private final int number;
    private final List<Doubt> doubts = new ArrayList<>();

    /** @param number of the line as a spreadsheet shows it @param isTooLong whether it has more cells than there are headings */
    SheetLine(int number, Map<Column, String> cells, boolean isTooLong, From from, Areas areas, Words words) {
        this.number = number;
        this.cells = cells;
        this.from = from;
        if (isTooLong) doubts.add(new Doubt("Line " + number, "has more cells than there are headings: put words with a comma between quotation marks", true));
        this.areas = areas;
        this.words = words;
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
        String id = identified ? PlainText.line(cell(Column.ID)) : name.isEmpty() ? "line " + number : "name:" + PlainText.fold(name) + "/" + PlainText.fold(by);
        if (parts.isEmpty()) note(Column.OFFERS, "does not say in our terms what it offers: an editor has to");
        UUID offeredBy = OpenReferral.id("offerer/" + PlainText.fold(by));
        Entry entry = new Entry(from.uuid(id, "service"), offeredBy, name, cell(Column.SUMMARY), parts, ways(), serves(), hidden ? List.of() : offices(), languages(), yesNo(Column.REFER_SELF), conditions(), cell(Column.SOURCE).isEmpty() ? from.origin() : cell(Column.SOURCE));
        Set<String> numbers = new TreeSet<>();
        numbered(Column.CHARITY_NUMBER, "GB-CHC-", numbers);
        numbered(Column.COMPANY_NUMBER, "GB-COH-", numbers);
        String about = cell(Column.ORGANISATION_ABOUT);
        Given given = Tidy.checked(new Given(id, null, entry, new Offerer(offeredBy, by, web(Column.ORGANISATION_WEBSITE), about.isEmpty() ? null : about, List.copyOf(numbers), List.of()), doubts, hidden, false));
        List<Doubt> named = given.doubts().stream().map(doubt -> new Doubt(HEADINGS.getOrDefault(doubt.field(), doubt.field()), doubt.words(), doubt.grave())).collect(Collectors.toCollection(ArrayList::new));
        said(Column.SUMMARY, PlainText.of(cell(Column.SUMMARY)), given.entry().summary(), named);
        said(Column.NAME, name, given.entry().name(), named);
        return new Given(id, null, given.entry(), given.offeredBy(), named, given.hasRefuge(), false);
    }

    private void said(Column column, String typed, String kept, List<Doubt> named) {
        if (!typed.equals(kept) && !kept.isEmpty()) named.add(new Doubt(column.heading(), typed.length() > kept.length() && kept.endsWith("…") || typed.startsWith(kept) ? "was too long and was cut" : "said where it is: the sentence was left out, no address is kept here", false));
    }

    private String cell(Column column) {
        return cells.getOrDefault(column, "");
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
        String plain = PlainText.fold(said);
        return Stream.of(kind.getEnumConstants()).filter(one -> plain.equals(PlainText.fold(PlainText.key(one))) || plain.equals(PlainText.fold(words.say(Locale.UK, "directory." + list + "." + PlainText.key(one))))).findFirst();
    }

    private List<WayIn> ways() {
        List<WayIn> ways = new ArrayList<>();
        String hours = hours();
        Set<Nation> nations = hours == null ? Set.of() : areas.nations(serves());
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
        boolean rings = !isDialled(way) || value.replaceAll("\\D", "").length() < 7 || Phone.read(value).isPresent();
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
        if (PlainText.isWeb(address)) return address;
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
        Set<String> serves = new LinkedHashSet<>();
        for (String said : several(Column.SERVES)) areas.find(said).ifPresentOrElse(serves::add, () -> note(Column.SERVES, "names a place we do not know"));
        return serves.isEmpty() ? from.serves() : serves;
    }

    private List<String> offices() {
        Set<String> offices = new TreeSet<>();
        for (String said : several(Column.OFFICE)) {
            areas.outcode(said).ifPresentOrElse(offices::add, () -> note(Column.OFFICE, "is no postcode we know"));
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
        for (String said : several(Column.RISK)) Stream.of(RiskLevel.values()).filter(level -> PlainText.fold(said).replace(" risk", "").equals(PlainText.key(level))).findFirst().ifPresentOrElse(risks::add, () -> note(Column.RISK, "has a word that is none of standard, medium, high"));
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
