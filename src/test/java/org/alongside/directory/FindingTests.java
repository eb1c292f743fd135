package org.alongside.directory;

import static org.alongside.directory.Audience.HARMED;
import static org.alongside.directory.Audience.LGBT;
import static org.alongside.directory.Audience.MEN;
import static org.alongside.directory.Audience.WOMEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.directory.Contact.Way;
import org.alongside.directory.Part.Kind;
import org.junit.jupiter.api.Test;

/** The order in which services are shown, and what is said about each. */
class FindingTests {

    static final Instant FRIDAY_AT_TEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Set<Audience> A_MAN = Set.of(HARMED, MEN);
    private final Places places = new Places();

    @Test
    void who_says_that_they_are_for_you_comes_before_who_does_not_say() {
        Listing says = listing("Says", "", null, part(Kind.OUTREACH, Set.of(HARMED, MEN), Set.of()));
        Listing silent = listing("Silent", "24/7", "BD1", part(Kind.OUTREACH, Set.of(HARMED), Set.of()));

        assertThat(order(A_MAN, "BD1", silent, says)).containsExactly("Says", "Silent");
    }

    @Test
    void of_two_that_are_for_you_the_open_one_comes_first_then_the_unknown_then_the_closed() {
        Part forMen = part(Kind.OUTREACH, Set.of(HARMED, MEN), Set.of());

        assertThat(order(A_MAN, "BD1", listing("Closed", "Sa 10:00-11:00", "BD1", forMen), listing("Unknown", "", "BD1", forMen), listing("Open", "24/7", "LS1", forMen)))
                .containsExactly("Open", "Unknown", "Closed");
    }

    @Test
    void of_two_that_are_open_the_near_one_comes_first() {
        Part forMen = part(Kind.OUTREACH, Set.of(HARMED, MEN), Set.of());

        assertThat(order(A_MAN, "BD1", listing("Far", "24/7", "M1", forMen), listing("Near", "24/7", "BD3", forMen))).containsExactly("Near", "Far");
    }

    @Test
    void who_was_made_for_people_like_you_comes_before_who_takes_everyone() {
        Listing everyone = listing("Everyone", "24/7", "BD1", part(Kind.OUTREACH, Set.of(HARMED, MEN), Set.of()));
        Listing lgbt = listing("By and for", "24/7", "LS1", part(Kind.OUTREACH, Set.of(HARMED, MEN, LGBT), Set.of()));

        assertThat(order(Set.of(HARMED, MEN, LGBT), "BD1", everyone, lgbt)).containsExactly("By and for", "Everyone");
    }

    @Test
    void who_is_only_for_others_comes_last_and_is_not_hidden() {
        Listing deaf = listing("Deaf", "24/7", "BD1", new Part(Kind.OUTREACH, Set.of(HARMED, MEN, Audience.DEAF), Set.of(), Set.of(Audience.DEAF)));
        Listing silent = listing("Silent", "", "M1", part(Kind.OUTREACH, Set.of(HARMED), Set.of()));

        assertThat(order(A_MAN, "BD1", deaf, silent)).containsExactly("Silent", "Deaf");
        assertThat(order(Set.of(HARMED, MEN, Audience.DEAF), "BD1", silent, deaf)).containsExactly("Deaf", "Silent");
    }

    @Test
    void somebody_who_named_no_need_is_shown_support_before_pets_and_money() {
        Listing pets = listing("Pets", "24/7", "BD1", part(Kind.PETS, Set.of(HARMED, MEN), Set.of()));
        Listing outreach = listing("Outreach", "", "M1", part(Kind.OUTREACH, Set.of(HARMED, MEN), Set.of()));

        assertThat(order(A_MAN, "BD1", pets, outreach)).containsExactly("Outreach", "Pets");
    }

    @Test
    void each_part_of_an_offer_gets_its_own_answer() {
        Listing mixed = listing("Mixed", "24/7", null, part(Kind.HELPLINE, Set.of(HARMED, MEN), Set.of()), part(Kind.REFUGE, Set.of(HARMED, WOMEN), Set.of(MEN)), part(Kind.GROUP, Set.of(HARMED), Set.of()));

        Found found = Found.of(mixed, new Seeker(A_MAN, Set.of(), null, false), FRIDAY_AT_TEN).orElseThrow();

        assertThat(found.parts()).extracting(Found.Answer::welcome).containsExactly(Welcome.YES, Welcome.NO, Welcome.NOT_STATED);
        assertThat(found.welcome()).isEqualTo(Welcome.YES);
    }

    @Test
    void a_yes_to_another_part_is_not_a_yes_to_what_was_asked_for() {
        Listing mixed = listing("Mixed", "24/7", null, part(Kind.HELPLINE, Set.of(HARMED, MEN), Set.of()), part(Kind.REFUGE, Set.of(HARMED, WOMEN), Set.of(MEN)));

        assertThat(Found.of(mixed, new Seeker(A_MAN, Set.of(Need.SAFE_PLACE), null, false), FRIDAY_AT_TEN)).isEmpty();
        assertThat(Found.of(mixed, new Seeker(A_MAN, Set.of(Need.TALK), null, false), FRIDAY_AT_TEN)).isPresent();
    }

    @Test
    void silence_is_never_read_as_yes_or_no() {
        Part silent = part(Kind.OUTREACH, Set.of(HARMED), Set.of());

        assertThat(silent.welcome(MEN)).isEqualTo(Welcome.NOT_STATED);
        assertThat(silent.welcome(A_MAN)).isEqualTo(Welcome.NOT_STATED);
        assertThat(silent.welcome(Set.of(HARMED))).isEqualTo(Welcome.YES);
    }

    @Test
    void help_with_ones_own_behaviour_is_not_offered_to_somebody_who_is_harmed_as_theirs() {
        Part change = part(Kind.BEHAVIOUR_CHANGE, Set.of(Audience.OWN_BEHAVIOUR, MEN), Set.of());

        assertThat(change.welcome(A_MAN)).isEqualTo(Welcome.NO);
        assertThat(change.welcome(Set.of(Audience.OWN_BEHAVIOUR, MEN))).isEqualTo(Welcome.YES);
        assertThat(part(Kind.HELPLINE, Set.of(HARMED, MEN), Set.of()).welcome(Set.of(Audience.OWN_BEHAVIOUR, MEN))).as("and a line for those who are hurt not to whoever hurts").isEqualTo(Welcome.NO);
        assertThat(part(Kind.HELPLINE, Set.of(HARMED, Audience.OWN_BEHAVIOUR, MEN), Set.of()).welcome(A_MAN)).as("control: a line that is for both").isEqualTo(Welcome.YES);
        assertThat(part(Kind.HELPLINE, Set.of(MEN), Set.of()).welcome(A_MAN)).as("control: a line that does not say").isEqualTo(Welcome.NOT_STATED);
    }

    @Test
    void a_service_with_a_refuge_has_no_distance_and_no_place_in_the_order_of_nearness() {
        Listing refuge = listing("Refuge", "24/7", "BD1", part(Kind.REFUGE, Set.of(HARMED, WOMEN), Set.of()));

        assertThat(refuge.offices()).isEmpty();
        for (String somewhere : List.of("BD1", "LS1", "M1", "EH1", "TR1")) {
            Seeker seeker = new Seeker(Set.of(HARMED, WOMEN), Set.of(), places.ofOutcode(somewhere), false);
            assertThat(Found.of(refuge, seeker, FRIDAY_AT_TEN).orElseThrow().miles()).isNull();
        }
    }

    @Test
    void areas_served_are_read_as_country_nation_postcode_area_outward_code_or_name() {
        Place bradford = places.ofOutcode("BD1");

        assertThat(Stream.of("UK", "ENGLAND", "BD", "BD1", "bradford").map(area -> new Serves(Set.of(area)).includes(bradford))).containsOnly(true);
        assertThat(Stream.of("SCOTLAND", "B", "BD2", "Leeds").map(area -> new Serves(Set.of(area)).includes(bradford))).containsOnly(false);
        assertThat(new Serves(Set.of("BD")).includes(places.find("Bradford").get(0))).isTrue();
    }

    private List<String> order(Set<Audience> is, String where, Listing... listings) {
        Seeker seeker = new Seeker(is, Set.of(), places.ofOutcode(where), false);
        SearchIndex index = new SearchIndex(List.of(listings), places, Listing::summary);
        SearchIndex.Matches matches = index.matching(seeker, new Concepts());
        return index.best(matches, seeker, FRIDAY_AT_TEN, matches.best(), one -> false, 10).first().stream().map(ranked -> ranked.listing().name()).toList();
    }

    private Listing listing(String name, String hours, String office, Part... parts) {
        Contact phone = new Contact(Way.PHONE, "01632 960099", null, OpeningHours.read(hours, Set.of(Nation.ENGLAND), null), null);
        return new Listing(UUID.randomUUID(), name, Offerer.named(new UUID(0, 1), name), name, List.of(parts), List.of(phone), new Serves(Set.of("BD", "LS", "M")), office == null ? List.of() : List.of(places.ofOutcode(office)), List.of(), Welcome.YES, Conditions.NOT_STATED, null, true, "(made up)", null, null);
    }

    private static Part part(Kind kind, Set<Audience> welcomes, Set<Audience> doesNot) {
        return new Part(kind, welcomes, doesNot, Set.of());
    }
}
