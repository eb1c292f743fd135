package org.alongside.directory.web;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.directory.Audience;
import org.alongside.directory.Conditions;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Cost;
import org.alongside.directory.Entry;
import org.alongside.directory.Languages;
import org.alongside.directory.Nation;
import org.alongside.directory.OpeningHours;
import org.alongside.directory.Part;
import org.alongside.directory.Places;
import org.alongside.directory.RiskLevel;
import org.alongside.directory.WayIn;
import org.alongside.directory.Welcome;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A service as typed, field by field; a part is {@code kind2} with {@code men2} and so on, a way in is {@code way1} with {@code value1} and so on. */
record EntryForm(MultiValueMap<String, String> typed) {
    static final int MOST_PARTS = 12, MOST_WAYS = 8;
    private static final int LONGEST_NAME = 120, LONGEST_SUMMARY = 600, LONGEST_NOTE = 300;

    static EntryForm of(Entry entry) {
        EntryForm form = new EntryForm(new LinkedMultiValueMap<>());
        Conditions on = entry.conditions();
        form.put("offeredBy", entry.offeredBy().toString());
        form.put("name", entry.name());
        form.put("summary", entry.summary());
        form.put("serves", entry.serves().stream().sorted().collect(joining("\n")));
        form.put("offices", String.join(", ", entry.offices()));
        form.put("languages", entry.languages().stream().map(code -> code.equals(Languages.BSL) ? "BSL" : Locale.forLanguageTag(code).getDisplayName(Locale.UK)).collect(joining(", ")));
        form.put("interpreters", on.interpreters().name());
        form.put("referSelf", entry.referSelf().name());
        form.put("byAgency", on.byAgency().name());
        form.put("howToAsk", on.howToAsk());
        form.put("cost", on.cost().name());
        form.put("costNote", on.costNote());
        form.put("youngest", on.youngest() == null ? null : on.youngest().toString());
        form.put("oldest", on.oldest() == null ? null : on.oldest().toString());
        on.risks().forEach(level -> form.typed.add("risks", level.name()));
        form.put("paused", on.paused() ? "yes" : null);
        form.put("notice", on.notice());
        form.put("source", entry.source());
        for (int at = 0; at < entry.parts().size(); at++) {
            Part part = entry.parts().get(at);
            form.put("kind" + at, part.kind().name());
            for (Audience audience : Audience.values()) form.put(audience.name() + at, part.onlyFor().contains(audience) ? "ONLY" : part.welcome(audience).name());
        }
        for (int at = 0; at < entry.ways().size(); at++) {
            WayIn way = entry.ways().get(at);
            form.put("way" + at, way.way().name());
            form.put("value" + at, way.value());
            form.put("label" + at, way.label());
            form.put("free" + at, way.free() == null ? null : way.free() ? "YES" : "NO");
            form.put("hours" + at, way.hours() == null ? null : way.hours().replaceAll(";\\s*", "\n"));
            for (Nation nation : way.hoursOf()) form.typed.add("hoursOf" + at, nation.name());
        }
        return form;
    }

    private void put(String name, @Nullable String value) {
        if (value != null) typed.set(name, value);
    }

    @Nullable String value(String name) {
        String value = typed.getFirst(name);
        return value == null || value.isBlank() ? null : value;
    }

    List<String> values(String name) {
        return typed.getOrDefault(name, List.of());
    }

    String or(String name, String otherwise) {
        String value = value(name);
        return value == null ? otherwise : value;
    }

    /** How many parts are shown: those there are, and an empty one. */
    int parts() {
        return rows("kind", MOST_PARTS);
    }

    int ways() {
        return rows("way", MOST_WAYS);
    }

    private int rows(String name, int most) {
        int last = -1;
        for (int at = 0; at < most; at++) if (value(name + at) != null || value("value" + at) != null && name.equals("way")) last = at;
        return Math.min(most, last + 2);
    }

    Optional<Entry> read(UUID id, Places places, Problems problems) {
        String name = text("name", "Enter the name of the service", LONGEST_NAME, problems), summary = text("summary", "Say in a sentence or two what it is", LONGEST_SUMMARY, problems), source = text("source", "Enter the page where this stands, or who said so", LONGEST_NOTE, problems);
        if (value("offeredBy") == null) problems.add("offeredBy", "Choose who offers it");
        List<Part> parts = readParts(problems);
        List<WayIn> ways = readWays(problems);
        Set<String> serves = areas(places, problems);
        List<String> offices = offices(places, parts, problems), languages = languages(problems);
        Integer youngest = age("youngest", problems), oldest = age("oldest", problems);
        if (youngest != null && oldest != null && youngest > oldest) problems.add("oldest", "The highest age is below the lowest");
        Conditions on = new Conditions(value("paused") != null, shortly("notice", LONGEST_NOTE, problems), tri("interpreters"), tri("byAgency"), shortly("howToAsk", LONGEST_SUMMARY, problems), Optional.ofNullable(Typed.one(Cost.class, value("cost"))).orElse(Cost.NOT_STATED),
                shortly("costNote", LONGEST_NOTE, problems), youngest, oldest, Typed.any(RiskLevel.class, values("risks")));
        if (!problems.isEmpty() || name == null || summary == null || source == null) return Optional.empty();
        return Optional.of(new Entry(id, Typed.id(value("offeredBy")), name, summary, parts, ways, serves, offices, languages, tri("referSelf"), on, source));
    }

    private @Nullable String text(String field, String missing, int longest, Problems problems) {
        String text = shortly(field, longest, problems);
        if (text == null) problems.add(field, missing);
        return text;
    }

    private @Nullable String shortly(String field, int longest, Problems problems) {
        String text = value(field) == null ? null : value(field).strip();
        if (text != null && text.length() > longest) problems.add(field, "Write no more than " + longest + " characters. These are " + text.length());
        return text;
    }

    private Welcome tri(String field) {
        return Optional.ofNullable(Typed.one(Welcome.class, value(field))).filter(said -> said != Welcome.ONLY_OTHERS).orElse(Welcome.NOT_STATED);
    }

    private @Nullable Integer age(String field, Problems problems) {
        String typed = value(field);
        if (typed == null) return null;
        if (typed.strip().matches("\\d{1,3}") && Integer.parseInt(typed.strip()) <= 120) return Integer.valueOf(typed.strip());
        problems.add(field, "Enter an age in years, or leave it empty");
        return null;
    }

    private List<Part> readParts(Problems problems) {
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < MOST_PARTS; at++) {
            Part.Kind kind = Typed.one(Part.Kind.class, value("kind" + at));
            if (kind == null) continue;
            Set<Audience> welcomes = EnumSet.noneOf(Audience.class), doesNot = EnumSet.noneOf(Audience.class), only = EnumSet.noneOf(Audience.class);
            for (Audience audience : Audience.values()) {
                String said = or(audience.name() + at, "");
                if (said.equals("YES") || said.equals("ONLY")) welcomes.add(audience);
                if (said.equals("ONLY")) only.add(audience);
                if (said.equals("NO")) doesNot.add(audience);
            }
            parts.add(new Part(kind, welcomes, doesNot, only));
        }
        if (parts.isEmpty()) problems.add("kind0", "Choose at least one thing that it offers");
        return parts;
    }

    private List<WayIn> readWays(Problems problems) {
        List<WayIn> ways = new ArrayList<>();
        for (int at = 0; at < MOST_WAYS; at++) {
            Way way = Typed.one(Way.class, value("way" + at));
            String value = shortly("value" + at, LONGEST_NOTE, problems);
            if (way == null && value == null) continue;
            if (way == null) problems.add("way" + at, "Choose what this is");
            else if (value == null) problems.add("value" + at, "Enter the number or the address");
            else if (wrong(way, value) != null) problems.add("value" + at, wrong(way, value));
            String hours = hours(at, problems);
            if (way != null && value != null) ways.add(new WayIn(way, value, shortly("label" + at, 80, problems), value("free" + at) == null ? null : "YES".equals(value("free" + at)), hours, Typed.any(Nation.class, values("hoursOf" + at))));
        }
        if (ways.isEmpty()) problems.add("value0", "Enter at least one way to reach it");
        return ways;
    }

    private static @Nullable String wrong(Way way, String value) {
        return switch (way) {
            case PHONE -> value.matches("[+(]?[\\d ()-]{3,20}") ? null : "Enter a telephone number, such as 01632 960001";
            case TEXT -> value.matches("[+]?[\\d ]{5,20}") ? null : "Enter a number to text, such as 07700 900123";
            case EMAIL -> value.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") ? null : "Enter an e-mail address, such as name@example.org";
            case WEBSITE, CHAT, BSL -> value.matches("https://[^\\s\"'<>]+") ? null : "Enter an address that starts with https://";
        };
    }

    private @Nullable String hours(int at, Problems problems) {
        String typed = value("hours" + at);
        if (typed == null) return null;
        String tidy = OpeningHours.tidy(typed);
        try {
            OpeningHours.read(tidy, Set.of(), null);
            return tidy;
        } catch (IllegalArgumentException unreadable) {
            problems.add("hours" + at, unreadable.getMessage() + ". Write one line for each pattern, such as Mo-Fr 09:30-16:30");
            return null;
        }
    }

    private Stream<String> items(String field) {
        return Arrays.stream(or(field, "").split("[,;\\n]")).map(String::strip).filter(item -> !item.isEmpty());
    }

    private Set<String> areas(Places places, Problems problems) {
        Set<String> areas = new LinkedHashSet<>();
        items("serves").forEach(item -> {
            String national = item.toUpperCase(Locale.UK).replace(' ', '_');
            if (national.equals("UK") || Stream.of(Nation.values()).anyMatch(nation -> nation.name().equals(national))) areas.add(national);
            else if (item.toUpperCase(Locale.UK).matches("[A-Z]{1,2}(\\d[A-Z\\d]?)?") && !places.find(item.matches("[A-Za-z]+") ? item + "1" : item).isEmpty()) areas.add(item.toUpperCase(Locale.UK));
            else if (!places.find(item).isEmpty()) areas.add(item);
            else problems.add("serves", "We know no place called " + item + ". Enter towns, districts, postcode areas such as BD, or UK");
        });
        if (areas.isEmpty()) problems.add("serves", "Enter where it works: towns, districts, postcode areas such as BD, or UK");
        return areas;
    }

    private List<String> offices(Places places, List<Part> parts, Problems problems) {
        Set<String> offices = new TreeSet<>();
        items("offices").forEach(item -> {
            String outcode = Places.outcode(item);
            if (outcode == null || places.ofOutcode(outcode) == null) problems.add("offices", "Enter the first half of a postcode, such as BD1, for each office");
            else offices.add(outcode);
        });
        // Safety: said here too, so that whoever types learns why; the entry and the database keep it out.
        if (!offices.isEmpty() && parts.stream().anyMatch(part -> part.kind() == Part.Kind.REFUGE)) problems.add("offices", "A service with a refuge has no office in the directory, not even roughly: it would help somebody to find the house");
        return List.copyOf(offices);
    }

    private List<String> languages(Problems problems) {
        List<String> codes = new ArrayList<>();
        items("languages").forEach(item -> Languages.code(item).ifPresentOrElse(codes::add, () -> problems.add("languages", "We know no language called " + item + ". Enter its name in English, or its code")));
        return codes;
    }
}
