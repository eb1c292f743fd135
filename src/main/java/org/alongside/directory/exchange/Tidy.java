package org.alongside.directory.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alongside.directory.Audience;
import org.alongside.directory.Conditions;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Entry;
import org.alongside.directory.Offerer;
import org.alongside.directory.OpeningHours;
import org.alongside.directory.Part;
import org.alongside.directory.QualityMark;
import org.alongside.directory.WayIn;
import org.alongside.directory.Welcome;
import org.alongside.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/** The last look at what was read, wherever it came from: nothing goes on that the directory has no room for. */
final class Tidy {
    private static final Pattern NUMBER = Pattern.compile("\\(?\\+?[0-9][0-9 ()./-]{1,28}[0-9]"), LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"), OUTCODE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?"), IDENTIFIER = Pattern.compile("[A-Z]{2,3}-[A-Z]+-[A-Z0-9]{1,40}");
    private static final int MOST = 40;

    private Tidy() {
    }

    static Given checked(Given given) {
        List<Doubt> doubts = new ArrayList<>(given.doubts());
        boolean hidden = given.hasRefuge() || given.entry().parts().stream().anyMatch(part -> part.kind() == Part.Kind.REFUGE);
        Entry entry = entry(given.entry(), hidden);
        if (entry.name().isEmpty()) grave(doubts, "name", "is missing");
        if (entry.summary().isEmpty()) grave(doubts, "description", "is missing");
        if (entry.serves().isEmpty()) grave(doubts, "service_areas", "do not say where it works");
        Offerer by = offerer(given.offeredBy(), hidden);
        if (by.name().isEmpty()) grave(doubts, "organization", "has no name");
        return new Given(given.externalId(), given.offererId(), entry, by, doubts, hidden, given.exact());
    }

    private static void grave(List<Doubt> doubts, String field, String words) {
        if (doubts.stream().noneMatch(doubt -> doubt.grave() && (doubt.field().equals(field) || doubt.field().equals("service")))) doubts.add(new Doubt(field, words, true));
    }

    private static Entry entry(Entry entry, boolean hidden) {
        List<WayIn> ways = entry.ways().stream().limit(MOST).filter(way -> reaches(way, hidden)).map(way -> new WayIn(way.way(), way.value().strip(), some(way.label(), 80, hidden), way.free(), hours(way.hours()), way.hoursOf())).toList();
        Conditions on = entry.conditions();
        Integer youngest = age(on.youngest()), oldest = age(on.oldest());
        boolean odd = youngest != null && oldest != null && youngest > oldest;
        Conditions conditions = new Conditions(on.paused(), some(on.notice(), 300, hidden), yesNo(on.interpreters()), yesNo(on.byAgency()), some(on.howToAsk(), 600, hidden), on.cost(), some(on.costNote(), 300, hidden), odd ? null : youngest, odd ? null : oldest, on.risks());
        // Safety: words that say refuge are enough; it need not be said in a term of ours.
        List<String> offices = hidden ? List.of() : entry.offices().stream().filter(office -> OUTCODE.matcher(office).matches()).limit(MOST).toList();
        return new Entry(entry.id(), entry.offeredBy(), text(entry.name(), 120, hidden).replace('\n', ' '), text(entry.summary(), 600, hidden), entry.parts().stream().limit(MOST).map(Tidy::part).toList(), ways,
                entry.serves().stream().map(PlainText::line).filter(area -> !area.isEmpty() && area.length() <= 80 && !PlainText.tellsWhere(area)).limit(3000).collect(Collectors.toSet()), offices,
                entry.languages().stream().filter(code -> LANGUAGE.matcher(code).matches()).limit(300).toList(), yesNo(entry.referSelf()), conditions.equals(Conditions.NOT_STATED) ? Conditions.NOT_STATED : conditions, entry.source().isBlank() ? "(not said)" : text(entry.source(), 300, false));
    }

    private static Part part(Part part) {
        Set<Audience> welcomes = EnumSet.noneOf(Audience.class), doesNot = EnumSet.noneOf(Audience.class), only = EnumSet.noneOf(Audience.class);
        part.welcomes().stream().filter(one -> !part.doesNot().contains(one)).forEach(welcomes::add);
        part.doesNot().stream().filter(one -> !part.welcomes().contains(one)).forEach(doesNot::add);
        part.onlyFor().stream().filter(welcomes::contains).forEach(only::add);
        return new Part(part.kind(), welcomes, doesNot, only);
    }

    static boolean reaches(WayIn way, boolean hidden) {
        String value = way.value().strip();
        if (hidden && PlainText.tellsWhere(value.replace("%2C", ",").replace('+', ' '))) return false;
        return switch (way.way()) {
            case PHONE, TEXT -> NUMBER.matcher(value).matches();
            case EMAIL -> EmailAddress.canArrive(value);
            case WEBSITE, CHAT, BSL -> PlainText.isWeb(value);
        };
    }

    static boolean isOf(Way way, String value) {
        return reaches(new WayIn(way, value, null, null, null, Set.of()), false);
    }

    private static @Nullable String hours(@Nullable String notation) {
        if (notation == null || notation.isBlank() || notation.length() > 2000) return null;
        try {
            OpeningHours.read(notation, Set.of(), null);
            return PlainText.tellsWhere(notation) ? null : notation.strip();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static @Nullable Integer age(@Nullable Integer age) {
        return age == null || age < 0 || age > 120 ? null : age;
    }

    private static Welcome yesNo(Welcome said) {
        return said == Welcome.ONLY_OTHERS ? Welcome.NOT_STATED : said;
    }

    private static Offerer offerer(Offerer by, boolean hidden) {
        List<QualityMark> marks = by.marks().stream().limit(MOST).map(mark -> new QualityMark(text(mark.scheme(), 120, hidden), some(mark.level(), 80, hidden), mark.validTo())).filter(mark -> !mark.scheme().isEmpty()).toList();
        return new Offerer(by.id(), text(by.name(), 120, hidden).replace('\n', ' '), by.website() == null || !PlainText.isWeb(by.website()) ? null : by.website(), some(by.description(), 2000, hidden),
                by.identifiers().stream().map(id -> id.toUpperCase(Locale.ROOT)).filter(id -> IDENTIFIER.matcher(id).matches()).distinct().sorted().limit(MOST).toList(), marks);
    }

    private static String text(String typed, int most, boolean hidden) {
        return PlainText.cut(PlainText.withoutAddresses(PlainText.of(typed), hidden, List.of()), most);
    }

    private static @Nullable String some(@Nullable String typed, int most, boolean hidden) {
        String words = typed == null ? "" : text(typed, most, hidden);
        return words.isEmpty() ? null : words;
    }
}
