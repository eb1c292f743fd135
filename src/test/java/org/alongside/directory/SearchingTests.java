package org.alongside.directory;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Part.Kind;
import org.alongside.shared.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found for the words that somebody types, and that a quick answer is the same as a careful one. */
class SearchingTests {
    private static final Instant FRIDAY_AT_TEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final LocalDate TODAY = Times.day(FRIDAY_AT_TEN);
    private final Places places = new Places();
    private final SearchIndex town = new SearchIndex(List.of(
            listing("Calder Refuge", "A safe home for women and children.", Kind.REFUGE, Set.of(Audience.HARMED, Audience.WOMEN)),
            listing("Aire Advocates", "Somebody beside you with police and courts.", Kind.ADVOCACY, Set.of(Audience.HARMED, Audience.WOMEN, Audience.MEN)),
            listing("Listening Line", "Day and night.", Kind.HELPLINE, Set.of(Audience.HARMED, Audience.MEN)),
            listing("Paws", "Foster homes for dogs and cats.", Kind.PETS, Set.of(Audience.HARMED)),
            listing("Turning Point Groups", "For people who hurt a partner.", Kind.BEHAVIOUR_CHANGE, Set.of(Audience.OWN_BEHAVIOUR, Audience.MEN)),
            listing("Dwylo", "Cymorth yn iaith arwyddion Prydain.", Kind.OUTREACH, Set.of(Audience.HARMED, Audience.DEAF))), places, Listing::summary);

    @ParameterizedTest
    @CsvSource({"IDVA, Aire Advocates", "someone to talk to, Listening Line", "I need somewhere to stay tonight, Calder Refuge", "refuje, Calder Refuge", "calder, Calder Refuge", "calderr refuge, Calder Refuge", "my dog, Paws", "perpetrator programme, Turning Point Groups",
            "BSL, Dwylo", "iaith arwyddion, Dwylo", "court, Aire Advocates", "police and courts, Aire Advocates", "LISTENING, Listening Line", "advocats, Aire Advocates"})
    void what_people_type_leads_to_what_they_mean(String typed, String name) {
        assertThat(names(town, new Seeker(Set.of(), Set.of(), typed, null, null, false))).first().isEqualTo(name);
    }

    @Test
    void words_that_nothing_answers_find_nothing_and_words_that_say_nothing_find_everything() {
        assertThat(names(town, new Seeker(Set.of(), Set.of(), "xylophone", null, null, false))).isEmpty();
        assertThat(names(town, new Seeker(Set.of(), Set.of(), "help me please i need", null, null, false))).as("only “please” is a word of its own").isEmpty();
        assertThat(names(town, new Seeker(Set.of(), Set.of(), "can you help me", null, null, false))).hasSize(6);
        for (String odd : List.of("*", "\"", "name:calder", "(", "+-!", "\\", "a".repeat(500), "🐕", "' or 1=1 --", "~2 AND")) assertThat(names(town, new Seeker(Set.of(), Set.of(), odd, null, null, false))).as(odd).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void whom_somebody_is_hurt_by_says_nothing_of_who_they_are() {
        assertThat(names(town, new Seeker(Set.of(), Set.of(), "my wife hits me", null, null, false))).contains("Listening Line", "Aire Advocates").doesNotContain("Turning Point Groups");
        assertThat(new Concepts().read("my wife hits me").concepts()).containsExactly("HARMED");
        assertThat(new Concepts().read("my husband hurts me").concepts()).containsExactly("HARMED");
    }

    @Test
    void who_is_welcome_goes_before_how_well_the_words_fit() {
        assertThat(names(town, new Seeker(Set.of(Audience.HARMED, Audience.MEN), Set.of(), "refuge or someone to talk to", null, null, false))).as("the refuge does not say that it takes men").startsWith("Listening Line");
    }

    @Test
    void how_far_one_can_go_is_measured_to_the_office_or_to_the_area_of_whoever_hides_theirs() {
        Listing near = at("Near", "LS1", Kind.OUTREACH, Set.of("UK")), far = at("Far", "TR1", Kind.OUTREACH, Set.of("UK")), hidden = at("Hidden", null, Kind.REFUGE, Set.of("Bradford")), elsewhere = at("Elsewhere", null, Kind.REFUGE, Set.of("UK"));
        SearchIndex index = new SearchIndex(List.of(near, far, hidden, elsewhere), places, Listing::summary);

        assertThat(names(index, new Seeker(Set.of(), Set.of(), null, places.ofOutcode("BD1"), 20, false))).containsExactlyInAnyOrder("Near", "Hidden");
        assertThat(names(index, new Seeker(Set.of(), Set.of(), null, places.ofOutcode("BD1"), null, false))).as("the control: without a distance").hasSize(4);
    }

    @Test
    void a_quick_answer_is_the_same_as_a_careful_one() {
        Random random = new Random(20261122);
        List<Listing> many = new ArrayList<>();
        for (int made = 0; made < 150; made++) many.add(random(random, made));
        SearchIndex index = new SearchIndex(many, places, Listing::summary);
        int found = 0;
        for (int asked = 0; asked < 100; asked++) {
            Seeker seeker = seeker(random);
            List<String> careful = many.stream().filter(one -> seeker.place() == null || one.serves().includes(seeker.place())).flatMap(one -> Found.of(one, seeker, FRIDAY_AT_TEN).stream())
                    .filter(one -> !seeker.onlyOpenNow() || one.open().isOpen()).sorted(carefully(seeker)).map(one -> one.listing().name()).toList();

            assertThat(names(index, seeker, 1000)).as("%s", seeker).isEqualTo(careful);
            int first = 1 + random.nextInt(20);
            assertThat(names(index, seeker, first)).as("the first %s", first).isEqualTo(careful.stream().limit(first).toList());
            found += careful.size();
        }
        assertThat(found).as("control: much was found").isGreaterThan(1_000);
    }

    private static Comparator<Found> carefully(Seeker seeker) {
        return comparing(Found::welcome)
                .thenComparing(one -> one.parts().stream().noneMatch(answer -> answer.welcome() == one.welcome() && answer.part().kind().isSupport()))
                .thenComparing(one -> -seeker.is().stream().filter(audience -> !audience.needsAYes())
                        .filter(audience -> one.parts().stream().anyMatch(answer -> seeker.wants(answer.part()) && answer.welcome() != Welcome.NO && answer.part().welcomes().contains(audience))).count())
                .thenComparing(one -> one.open().state())
                .thenComparing(one -> !one.listing().serves().isLocal())
                .thenComparing(one -> Math.min(1023, Found.step(one.listing(), seeker)))
                .thenComparing(one -> one.listing().isAgeing(TODAY))
                .thenComparing(one -> one.listing().name());
    }

    private Listing random(Random random, int number) {
        List<Part> parts = new ArrayList<>();
        for (int part = random.nextInt(3); part >= 0; part--) {
            Set<Audience> welcomes = some(random, 0.3), doesNot = some(random, 0.1), only = new HashSet<>();
            doesNot.removeAll(welcomes);
            if (random.nextInt(8) == 0) welcomes.stream().filter(audience -> !audience.needsAYes()).findFirst().ifPresent(only::add);
            parts.add(new Part(pick(random, Kind.values()), welcomes, doesNot, only));
        }
        String hours = pick(random, "", "24/7", "Mo-Fr 09:00-17:00; PH off", "Fr 10:00-11:00", "Sa 10:00-12:00", "Mo-Fr 18:00-22:00", "Mo-Fr 09:00-10:00,10:30-17:00; PH off");
        LocalDate checked = random.nextInt(4) == 0 ? null : TODAY.minusDays(random.nextInt(200));
        Contact phone = new Contact(Way.PHONE, "01632 960099", null, OpeningHours.read(hours, Set.of(Nation.ENGLAND), checked), null);
        Set<String> areas = new HashSet<>();
        for (int area = random.nextInt(3); area >= 0; area--) areas.add(pick(random, "UK", "ENGLAND", "WALES", "BD", "LS1", "Leeds", "Bradford", "M", "CF10", "Manchester"));
        return new Listing(new UUID(1, number), String.format("Service %04d", number), Offerer.named(new UUID(0, 1), "House"), "Words", parts, List.of(phone), new Serves(areas), random.nextInt(3) == 0 ? List.of() : List.of(places.ofOutcode(pick(random, "BD1", "LS1", "M1", "CF10", "TR1", "EH1"))), List.of(), Welcome.YES, Conditions.NOT_STATED, null, true,
                "(made up)", checked, null);
    }

    private Seeker seeker(Random random) {
        Set<Need> needs = new HashSet<>();
        for (int need = random.nextInt(3); need > 0; need--) needs.add(pick(random, Need.values()));
        return new Seeker(some(random, 0.15), needs, random.nextInt(3) == 0 ? null : places.ofOutcode(pick(random, "BD1", "LS1", "M1", "CF10")), random.nextInt(3) == 0);
    }

    private static Set<Audience> some(Random random, double share) {
        Set<Audience> some = EnumSet.noneOf(Audience.class);
        for (Audience audience : Audience.values()) if (random.nextDouble() < share) some.add(audience);
        return some;
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... all) {
        return all[random.nextInt(all.length)];
    }

    private static List<String> names(SearchIndex index, Seeker seeker) {
        return names(index, seeker, 50);
    }

    private static List<String> names(SearchIndex index, Seeker seeker, int most) {
        SearchIndex.Matches matches = index.matching(seeker, new Concepts());
        return index.best(matches, seeker, FRIDAY_AT_TEN, matches.best(), one -> false, most).first().stream().map(ranked -> ranked.listing().name()).toList();
    }

    private Listing listing(String name, String summary, Kind kind, Set<Audience> welcomes) {
        return listing(name, summary, null, kind, welcomes, Set.of("UK"));
    }

    private Listing at(String name, String office, Kind kind, Set<String> areas) {
        return listing(name, name, office, kind, Set.of(Audience.HARMED), areas);
    }

    private Listing listing(String name, String summary, String office, Kind kind, Set<Audience> welcomes, Set<String> areas) {
        Contact phone = new Contact(Way.PHONE, "01632 960099", null, OpeningHours.read("24/7", Set.of(), null), null);
        return new Listing(UUID.nameUUIDFromBytes(name.getBytes()), name, Offerer.named(new UUID(0, 1), "House"), summary, List.of(new Part(kind, welcomes, Set.of(), Set.of())), List.of(phone), new Serves(areas), office == null ? List.of() : List.of(places.ofOutcode(office)), List.of(), Welcome.YES, Conditions.NOT_STATED, null, true, "(made up)", null, null);
    }
}
