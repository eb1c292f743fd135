package org.alongside.directory;

import static org.alongside.directory.Audience.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Part.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Six people and a labelled set of services: each label was set by hand, by reading what the service says, not by the rules that find it. */
class RightAudienceTests {
    private static final int FIRST_PAGE = 10;
    private static final Places PLACES = new Places();
    private static List<Listing> town;
    /** Of each service, for whom of the six it is plainly wrong. */
    private static Map<String, Set<String>> wrongFor;

    enum Who {
        A_MAN(Set.of(HARMED, MEN), "my wife hits me"),
        A_DEAF_WOMAN(Set.of(HARMED, WOMEN, DEAF), "someone who signs"),
        A_GAY_MAN(Set.of(HARMED, MEN, LGBT), "my boyfriend controls me"),
        A_MOTHER_OF_A_TEENAGE_SON(Set.of(HARMED, WOMEN, TEENAGE_SONS), "somewhere safe for me and my son"),
        A_PERSON_USING_ABUSE(Set.of(OWN_BEHAVIOUR, MEN), "I want to stop hurting her"),
        A_GP(Set.of(PROFESSIONALS), "advice about a patient");

        private final Set<Audience> is;
        private final String words;

        Who(Set<Audience> is, String words) {
            this.is = is;
            this.words = words;
        }
    }

    @BeforeAll
    static void read() throws IOException {
        town = new ArrayList<>();
        wrongFor = new HashMap<>();
        try (InputStream file = RightAudienceTests.class.getResourceAsStream("labelled.yml")) {
            for (Object each : (List<?>) new Yaml(new SafeConstructor(new LoaderOptions())).load(file)) {
                Map<?, ?> service = (Map<?, ?>) each;
                String name = service.get("name").toString();
                wrongFor.put(name, Arrays.stream(String.valueOf(service.get("wrong-for")).split(" ")).collect(Collectors.toSet()));
                List<Part> parts = ((List<?>) service.get("parts")).stream().map(part -> part((Map<?, ?>) part)).toList();
                List<String> languages = service.get("languages") == null ? List.of() : Arrays.asList(service.get("languages").toString().split(" "));
                Contact phone = new Contact(Way.PHONE, "01632 960099", null, OpeningHours.read(String.valueOf(service.get("hours")), Set.of(), null), null);
                town.add(new Listing(UUID.nameUUIDFromBytes(name.getBytes()), name, Offerer.named(new UUID(0, 1), "House"), service.get("says").toString(), parts, List.of(phone), new Serves(Set.of("UK")), List.of(), languages, Welcome.YES, Conditions.NOT_STATED, null, true, "(made up)", null, null));
            }
        }
    }

    private static Part part(Map<?, ?> part) {
        return new Part(Kind.valueOf(part.get("kind").toString()), audiences(part.get("for")), audiences(part.get("not")), audiences(part.get("only")));
    }

    private static Set<Audience> audiences(Object names) {
        return names == null ? Set.of() : Arrays.stream(names.toString().split(" ")).map(Audience::valueOf).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_sent_to_a_wrong_door_on_the_first_page(Who who) {
        for (String words : Stream.of(null, who.words).toArray(String[]::new)) {
            Seeker seeker = new Seeker(who.is, Set.of(), words, null, null, false);
            List<Listing> first = firstPage(seeker);

            assertThat(first).as("%s, %s", who, words).hasSizeGreaterThanOrEqualTo(words == null ? 3 : 1);
            assertThat(first).as("%s, %s", who, words).noneMatch(one -> wrongFor.get(one.name()).contains(who.name()) && (who != Who.A_GP || saysYes(one, seeker)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void control_whoever_does_not_say_who_they_are_would_meet_wrong_doors(Who who) {
        List<String> first = names(new Seeker(Set.of(), Set.of(), null, null, null, false));

        assertThat(first.stream().filter(name -> wrongFor.get(name).contains(who.name()))).as("of %s", first).isNotEmpty();
    }

    @Test
    void a_mother_of_a_teenage_son_who_looks_for_a_safe_place_sees_first_the_house_that_says_it_takes_him() {
        List<String> first = names(new Seeker(Who.A_MOTHER_OF_A_TEENAGE_SON.is, Set.of(Need.SAFE_PLACE), null, null, null, false));

        assertThat(first).first().isEqualTo("Orchard house");
        assertThat(first).doesNotContain("Willow refuge", "Harbour flats for men");
    }

    @Test
    void a_deaf_woman_who_asks_for_sign_language_finds_only_those_who_sign_or_find_somebody_who_does() {
        Seeker seeker = new Seeker(Who.A_DEAF_WOMAN.is, Set.of(), null, null, null, Languages.BSL, false, false);

        assertThat(names(seeker)).contains("Signing together").allSatisfy(name -> assertThat(town.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().speaks(Languages.BSL)).isTrue());
    }

    /** What does not say that it is for them stands apart, under a heading that says so. */
    private static boolean saysYes(Listing one, Seeker seeker) {
        return Found.of(one, seeker, FindingTests.FRIDAY_AT_TEN).orElseThrow().welcome() == Welcome.YES;
    }

    private static List<String> names(Seeker seeker) {
        return firstPage(seeker).stream().map(Listing::name).toList();
    }

    private static List<Listing> firstPage(Seeker seeker) {
        SearchIndex index = new SearchIndex(town, PLACES, Listing::summary);
        SearchIndex.Matches matches = index.matching(seeker, new Concepts());
        return index.best(matches, seeker, FindingTests.FRIDAY_AT_TEN, matches.best(), none -> false, FIRST_PAGE).first().stream().map(SearchIndex.Ranked::listing).toList();
    }
}
