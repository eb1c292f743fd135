package org.alongside.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Part.Kind;
import org.postgresql.PGConnection;

/** Services all over the United Kingdom that nobody runs, as a big directory holds them: always the same ones for the same number. For bin/bench alone. */
public final class Countryside {
    private static final String SOURCE = "(generated)";
    private static final List<String> FIRST = List.of("Willow", "Harbour", "Lantern", "Rowan", "Bridge", "Haven", "Calder", "Juniper", "Beacon", "Hearth", "Linden", "Compass", "Meadow", "Kestrel", "Anchor", "Foxglove", "Stepping Stones", "New Leaf", "Safer Lives", "Open Door");
    private static final List<String> LAST = List.of("House", "Project", "Trust", "Centre", "Partnership", "Network", "Collective", "Foundation");
    private static final List<String> LANGUAGES = List.of("en", "pl", "ur", "pa", "bn", "ro", "ar", "so", "cy", "bfi", "uk", "fa", "gu", "pt");
    private static final List<String> HOURS = List.of("24/7", "Mo-Fr 09:00-17:00; PH off", "Mo-Fr 09:00-17:00", "Mo-Fr 09:30-13:00,13:30-16:30; PH off", "Mo-Th 09:00-17:00; Fr 09:00-16:00; PH off", "Mo-Su 08:00-20:00; PH open", "Mo,We,Fr 10:00-15:00; PH off", "Tu,Th 12:00-19:00; PH off",
            "Mo-Fr 18:00-22:00; Sa,Su 10:00-14:00; PH open", "Mo-Su 22:00-06:00; PH open", "Mo-Fr 10:00-16:00; PH 12:00-15:00", "Mo-Fr 09:00-20:00; Sa 09:00-13:00; PH off; 2026-12-24..2027-01-02 off \"Christmas\"", "Sa,Su 10:00-18:00");

    /** What such a service is called, which parts it may have, and who comes to it. */
    private enum Sort {
        OUTREACH("Domestic Abuse Support", "A support worker for people who are hurt or frightened at home, with safety planning and somebody beside you at court.", Audience.HARMED, Kind.OUTREACH, Kind.ADVOCACY, Kind.HELPLINE, Kind.GROUP),
        REFUGE("Refuge", "A safe home for women and their children who had to leave, with a key worker and play for the children.", Audience.HARMED, Kind.REFUGE, Kind.OUTREACH, Kind.CHILDREN),
        ADVOCATES("Advocates", "Independent advisers for people at high risk: somebody who speaks for you with police, housing and courts.", Audience.HARMED, Kind.ADVOCACY, Kind.LEGAL),
        LINE("Helpline", "Somebody to talk to, in confidence, for as long as you need.", Audience.HARMED, Kind.HELPLINE, Kind.OUTREACH),
        COUNSELLING("Counselling", "Counselling and recovery groups after abuse, one to one or with others.", Audience.HARMED, Kind.COUNSELLING, Kind.GROUP),
        CHILDREN("Children and Young People", "Play, talk and therapy for children who lived with abuse, and for their parents.", Audience.HARMED, Kind.CHILDREN, Kind.COUNSELLING),
        SEXUAL_VIOLENCE("Rape and Sexual Abuse Centre", "Support after rape or sexual abuse, however long ago, with an adviser through the police and the court.", Audience.HARMED, Kind.SEXUAL_VIOLENCE, Kind.COUNSELLING, Kind.ADVOCACY),
        STALKING("Stalking Advice", "Advice and advocacy for people who are followed, watched or harassed.", Audience.HARMED, Kind.STALKING, Kind.ADVOCACY),
        LEGAL("Family Law Clinic", "Free legal advice on injunctions, children and housing from solicitors.", Audience.HARMED, Kind.LEGAL, Kind.MONEY),
        HOUSING("Sanctuary Scheme", "Locks, lights and doors that let you stay in your home safely, and help with a new tenancy.", Audience.HARMED, Kind.HOUSING, Kind.MONEY),
        HONOUR("Freedom", "For people who face forced marriage or abuse for honour, in many languages.", Audience.HARMED, Kind.FORCED_MARRIAGE, Kind.OUTREACH, Kind.ADVOCACY),
        CHANGE("Changing Ways", "Groups and sessions for people who hurt or frighten a partner and want to stop, with support for the partner.", Audience.OWN_BEHAVIOUR, Kind.BEHAVIOUR_CHANGE, Kind.PARTNER_SUPPORT),
        PETS("Pet Fostering", "Foster homes for dogs and cats while their people find safety.", Audience.HARMED, Kind.PETS);

        private final String name;
        private final String summary;
        private final Audience who;
        private final List<Kind> kinds;

        Sort(String name, String summary, Audience who, Kind... kinds) {
            this.name = name;
            this.summary = summary;
            this.who = who;
            this.kinds = List.of(kinds);
        }
    }

    /** A service and what else its row holds. */
    public record Made(Entry entry, String organisation, LocalDate checkedOn) {
        public Listing listing(Places places) {
            Kept kept = new Kept(entry, Directory.IMPORTED, Offerer.named(entry.offeredBy(), organisation), null, false, true, checkedOn, null, null, null, Set.of(), 0);
            return kept.listing(places, new Same());
        }
    }

    private final Random random = new Random(20_000);
    private final List<Place> everywhere;
    private final Set<String> taken = new HashSet<>();
    private final Set<UUID> organisations = new HashSet<>();

    public Countryside(Places places) {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(Places.class.getResourceAsStream("/directory/places.csv"), StandardCharsets.UTF_8))) {
            everywhere = table.lines().map(line -> places.ofOutcode(line.substring(0, line.indexOf(',')))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Place> everywhere() {
        return everywhere;
    }

    public List<Made> services(int number, LocalDate today) {
        List<Made> made = new ArrayList<>();
        while (made.size() < number) made.add(one(today));
        return made;
    }

    private Made one(LocalDate today) {
        Place where = pick(everywhere);
        String town = where.district();
        Sort sort = pick(Sort.values());
        String organisation = pick(FIRST) + " " + town + (chance(0.5) ? " " + pick(LAST) : "");
        String name = chance(0.6) ? organisation + " " + sort.name : sort.name + " " + town;
        for (int twin = 2; !taken.add(name); twin++) name = name.replaceFirst(" \\d+$", "") + " " + twin;
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < sort.kinds.size() && (part == 0 || chance(0.6)); part++) parts.add(part(sort, sort.kinds.get(part)));
        String phone = chance(0.3) ? String.format("0808 157 0%03d", random.nextInt(1000)) : String.format("01632 960%03d", random.nextInt(1000));
        List<WayIn> ways = new ArrayList<>(List.of(new WayIn(Way.PHONE, phone, null, chance(0.4) ? Boolean.valueOf(phone.startsWith("0808")) : null, chance(0.08) ? null : pick(HOURS), Set.of(where.nation()))));
        if (chance(0.5)) ways.add(new WayIn(Way.EMAIL, "hello@service-" + taken.size() + ".example", null, null, null, Set.of()));
        if (chance(0.2)) ways.add(new WayIn(Way.TEXT, "07700 900" + String.format("%03d", random.nextInt(1000)), null, null, pick(HOURS), Set.of(where.nation())));
        if (chance(0.15)) ways.add(new WayIn(Way.CHAT, "https://chat.service-" + taken.size() + ".example/", null, null, pick(HOURS), Set.of(where.nation())));
        ways.add(new WayIn(Way.WEBSITE, "https://service-" + taken.size() + ".example/", null, null, null, Set.of()));
        List<String> offices = new ArrayList<>();
        if (chance(0.8)) offices.add(where.name());
        if (chance(0.1)) offices.add(pick(everywhere).name());
        List<String> languages = new ArrayList<>();
        while (chance(0.45)) languages.add(pick(LANGUAGES));
        Conditions conditions = new Conditions(chance(0.01), chance(0.03) ? "Fewer people answer this month; please leave a message." : null, chance(0.3) ? Welcome.YES : Welcome.NOT_STATED, chance(0.6) ? Welcome.YES : Welcome.NOT_STATED, chance(0.4) ? "Ring, or ask somebody you trust to ring for you." : null,
                chance(0.7) ? Cost.FREE : Cost.NOT_STATED, null, chance(0.3) ? (Integer) 16 : null, null, chance(0.2) ? Set.of(RiskLevel.HIGH) : Set.of());
        String summary = sort.summary + (chance(0.5) ? " We work in " + town + " and the villages around it." : "") + (chance(0.3) ? " You need not live with the person who hurts you." : "");
        Entry entry = new Entry(new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L), UUID.nameUUIDFromBytes(("bench/" + organisation).getBytes(StandardCharsets.UTF_8)), name, summary, parts, ways, serves(where, town), offices, languages,
                chance(0.6) ? Welcome.YES : Welcome.NOT_STATED, conditions, SOURCE);
        return new Made(entry, organisation, chance(0.1) ? null : today.minusDays(random.nextInt(200)));
    }

    /** Whom it welcomes, whom it does not, and silence about the rest. */
    private Part part(Sort sort, Kind kind) {
        Set<Audience> welcomes = EnumSet.of(sort.who), doesNot = EnumSet.noneOf(Audience.class), only = EnumSet.noneOf(Audience.class);
        double gender = random.nextDouble();
        if (kind == Kind.REFUGE || gender < 0.35) welcomes.add(Audience.WOMEN);
        else if (gender < 0.45) welcomes.add(Audience.MEN);
        else if (gender < 0.8) welcomes.addAll(Audience.GENDERS);
        if (kind == Kind.REFUGE || welcomes.contains(Audience.WOMEN) && !welcomes.contains(Audience.MEN) && chance(0.4)) doesNot.add(Audience.MEN);
        if (kind == Kind.CHILDREN) welcomes.add(Audience.UNDER_18);
        if (chance(0.1)) welcomes.addAll(Set.of(Audience.WORRIED, Audience.PROFESSIONALS));
        for (Audience one : List.of(Audience.LGBT, Audience.DEAF, Audience.DISABLED, Audience.OLDER, Audience.MINORITISED)) {
            if (chance(0.12)) welcomes.add(one);
            if (welcomes.contains(one) && only.isEmpty() && chance(0.15)) only.add(one);
        }
        return new Part(kind, welcomes, doesNot, only);
    }

    private Set<String> serves(Place where, String town) {
        double reach = random.nextDouble();
        if (reach < 0.04) return Set.of("UK");
        if (reach < 0.1) return Set.of(where.nation().name());
        String outcode = where.outcodes().iterator().next();
        if (reach < 0.3) return Set.of(outcode.replaceAll("\\d.*", ""));
        return reach < 0.45 ? Set.of(outcode, town) : Set.of(town);
    }

    /** Writes them as rows of the owner that keeps what nobody here keeps, past the triggers: the application has to be started to see them. */
    public void write(Collection<Made> all, Connection superuser) throws SQLException, IOException {
        try (var sql = superuser.createStatement()) {
            sql.execute("set session_replication_role = replica");
        }
        copy(superuser, "directory.organisation_entry (id, organisation_id, name, published)", all.stream().filter(made -> organisations.add(made.entry.offeredBy())).map(made -> row(made.entry.offeredBy(), Directory.IMPORTED.id(), made.organisation, true)).toList());
        copy(superuser, "directory.service (id, organisation_id, organisation_entry_id, name, summary, serves, offices, languages, refer_self, refer_agency, interpreters, paused, notice, how_to_ask, cost, youngest, risk_levels, source, published, assured_on, recorded_at)", all.stream().map(Countryside::service).toList());
        copy(superuser, "directory.service_part (service_id, organisation_id, position, kind, welcomes, does_not, only_for)", all.stream().flatMap(made -> numbered(made.entry.parts()).map(at -> {
            Part part = made.entry.parts().get(at);
            return row(made.entry.id(), Directory.IMPORTED.id(), at, part.kind(), part.welcomes(), part.doesNot(), part.onlyFor());
        })).toList());
        copy(superuser, "directory.way_in (service_id, organisation_id, position, way, value, free, hours, hours_of)", all.stream().flatMap(made -> numbered(made.entry.ways()).map(at -> {
            WayIn way = made.entry.ways().get(at);
            return row(made.entry.id(), Directory.IMPORTED.id(), at, way.way(), way.value(), way.free(), way.hours(), way.hoursOf());
        })).toList());
    }

    private static Stream<Integer> numbered(List<?> some) {
        return IntStream.range(0, some.size()).boxed();
    }

    private static String service(Made made) {
        Entry one = made.entry;
        Conditions on = one.conditions();
        return row(one.id(), Directory.IMPORTED.id(), one.offeredBy(), one.name(), one.summary(), one.serves(), one.offices(), one.languages(), one.referSelf(), on.byAgency(), on.interpreters(), on.paused(), on.notice(), on.howToAsk(), on.cost(), on.youngest(), on.risks(), one.source(), true, made.checkedOn, "now");
    }

    static void copy(Connection connection, String table, List<String> rows) throws SQLException, IOException {
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", new StringReader(String.join("\n", rows) + "\n"));
    }

    static String row(Object... cells) {
        return Arrays.stream(cells).map(Countryside::cell).collect(Collectors.joining("\t"));
    }

    private static String cell(Object one) {
        if (one == null) return "\\N";
        if (one instanceof Collection<?> many) return many.stream().map(each -> each instanceof Number ? each.toString() : "\"" + each + "\"").sorted().collect(Collectors.joining(",", "{", "}"));
        return one.toString();
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    final <T> T pick(T... all) {
        return all[random.nextInt(all.length)];
    }
}
