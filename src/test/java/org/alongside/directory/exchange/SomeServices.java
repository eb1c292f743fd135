package org.alongside.directory.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.alongside.directory.Audience;
import org.alongside.directory.Conditions;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Cost;
import org.alongside.directory.Entry;
import org.alongside.directory.Nation;
import org.alongside.directory.Offerer;
import org.alongside.directory.Part;
import org.alongside.directory.QualityMark;
import org.alongside.directory.RiskLevel;
import org.alongside.directory.WayIn;
import org.alongside.directory.Welcome;

/** Services made up of everything a service may say, the same for the same seed. */
final class SomeServices {
    private static final List<String> WORDS = List.of("Harbour", "Ynys Môn", "\"quoted\"", "it’s", "a, b; c", "R&D", "<3", "=SUM(A1)", "+44 ring", "-dash", "@home", "'apostrophe", "support", "two\nlines", "Zażółć", "who cares?", "100%", "#1");
    private static final List<String> HOURS = List.of("24/7", "Mo-Fr 09:30-13:00,13:30-16:30; PH off", "Mo,We 10:00-16:00; PH 10:00-12:00; 2026-12-24..2026-12-27 off \"Christmas\"", "Sa-Su 22:00-06:00", "Mo-Su 00:00-24:00; from 2026-01-01; to 2027-01-01", "Tu 09:00-17:00; PH open; 2026-05-01 10:00-12:00");
    private static final List<String> AREAS = List.of("UK", "WALES", "BD", "BD1", "Bradford", "Leeds", "Nowhere in the table", "SCOTLAND", "IG11");
    private final Random random;

    SomeServices(long seed) {
        random = new Random(seed);
    }

    List<Whole> some(int many) {
        List<Offerer> offerers = IntStream.range(0, Math.max(1, many / 3)).mapToObj(at -> offerer()).toList();
        return IntStream.range(0, many).mapToObj(at -> one(offerers.get(random.nextInt(offerers.size())), at)).toList();
    }

    private Offerer offerer() {
        List<QualityMark> marks = IntStream.range(0, random.nextInt(3)).mapToObj(at -> new QualityMark("Mark " + words(2), random.nextBoolean() ? null : "Level " + at, random.nextBoolean() ? null : LocalDate.of(2027, 1, 1 + at))).toList();
        List<String> identifiers = random.nextBoolean() ? List.of() : List.of("GB-CHC-" + (100000 + random.nextInt(900000)), "GB-COH-0" + random.nextInt(9999999));
        return new Offerer(id(), "Offerer " + words(2).replace('\n', ' ').strip(), random.nextBoolean() ? null : "https://offerer" + random.nextInt(99) + ".example/", random.nextInt(3) == 0 ? null : "About " + words(5), identifiers, marks);
    }

    private Whole one(Offerer by, int at) {
        List<Part> parts = IntStream.range(0, random.nextInt(4)).mapToObj(which -> part()).toList();
        List<WayIn> ways = IntStream.range(0, random.nextInt(6)).mapToObj(which -> way()).toList();
        boolean plain = random.nextInt(4) == 0;
        Conditions conditions = plain ? Conditions.NOT_STATED : new Conditions(random.nextBoolean(), some("Notice "), pick(Welcome.YES, Welcome.NOT_STATED, Welcome.NO), pick(Welcome.YES, Welcome.NOT_STATED, Welcome.NO), some("Ask "), pick(Cost.values()), some("Note "),
                random.nextBoolean() ? null : random.nextInt(40), random.nextBoolean() ? null : 40 + random.nextInt(60), any(RiskLevel.class, 2));
        Set<String> serves = new TreeSet<>(List.of(pick(AREAS.toArray(String[]::new)), pick(AREAS.subList(0, 5).toArray(String[]::new))));
        return new Whole(new Entry(id(), by.id(), "Service " + at + " " + words(2).replace('\n', ' ').strip(), "What it is: " + words(8), parts, ways, serves, random.nextBoolean() ? List.of() : List.of("BD1", "IG11"), List.of("en", pick("cy", "bfi", "pl", "ur", "zh-Hant")), pick(Welcome.YES, Welcome.NOT_STATED, Welcome.NO), conditions, "https://source.example/" + at), by);
    }

    private Part part() {
        Set<Audience> welcomes = any(Audience.class, 5), doesNot = any(Audience.class, 2), only = EnumSet.noneOf(Audience.class);
        doesNot.removeAll(welcomes);
        if (random.nextInt(4) == 0) welcomes.stream().limit(1).forEach(only::add);
        return new Part(pick(Part.Kind.values()), welcomes, doesNot, only);
    }

    private WayIn way() {
        Way way = pick(Way.values());
        String value = switch (way) {
            case PHONE, TEXT -> "01632 960" + String.format("%03d", random.nextInt(1000));
            case EMAIL -> "help" + random.nextInt(99) + "@service.example";
            default -> "https://service.example/" + random.nextInt(99) + "?a=1,2&b=%20";
        };
        boolean open = random.nextBoolean();
        return new WayIn(way, value, some("Label "), random.nextBoolean() ? null : random.nextBoolean(), open ? pick(HOURS.toArray(String[]::new)) : null, open && random.nextBoolean() ? Set.of(Nation.WALES, Nation.ENGLAND) : Set.of());
    }

    private String some(String before) {
        return random.nextBoolean() ? null : before + words(2).replace('\n', ' ').strip();
    }

    private String words(int many) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < many; at++) words.add(pick(WORDS.toArray(String[]::new)));
        return String.join(" ", words).strip();
    }

    private <E extends Enum<E>> Set<E> any(Class<E> kind, int most) {
        Set<E> some = EnumSet.noneOf(kind);
        for (int at = random.nextInt(most + 1); at > 0; at--) some.add(pick(kind.getEnumConstants()));
        return some;
    }

    @SafeVarargs
    private <T> T pick(T... some) {
        return some[random.nextInt(some.length)];
    }

    private UUID id() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
    }
}
