package org.alongside.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PlacesTests {

    private final Places places = new Places();

    @Test
    void an_outward_code_is_found_however_it_is_typed() {
        assertThat(places.find(" bd1 ")).singleElement().satisfies(place -> {
            assertThat(place.name()).isEqualTo("BD1");
            assertThat(place.district()).isEqualTo("Bradford");
            assertThat(place.nation()).isEqualTo(Nation.ENGLAND);
            assertThat(place.rough()).isFalse();
        });
    }

    @Test
    void of_a_full_postcode_only_the_first_half_is_kept() {
        Place place = places.find("M1 1AE").get(0);

        assertThat(place.name()).isEqualTo("M1");
        assertThat(place.toString()).doesNotContain("1AE");
        assertThat(places.find("sw1a1aa").get(0).name()).isEqualTo("SW1A");
    }

    @Test
    void a_town_is_found_without_case_accents_or_punctuation() {
        assertThat(places.find("ILKLEY").get(0).name()).isEqualTo("Ilkley");
        assertThat(places.find("stoke on trent")).singleElement().extracting(Place::name).isEqualTo("Stoke-on-Trent");
        assertThat(places.find("St. Helens")).isNotEmpty();
        assertThat(places.find("Ílklëy").get(0).name()).isEqualTo("Ilkley");
    }

    @Test
    void a_whole_town_covers_all_its_outward_codes() {
        assertThat(places.find("Bradford").get(0).outcodes()).contains("BD1", "BD2");
        assertThat(places.find("Edinburgh").get(0).outcodes()).contains("EH1", "EH10");
        assertThat(places.find("London").get(0).outcodes()).contains("E20", "SE20");
    }

    @Test
    void a_name_that_several_towns_share_is_asked_back() {
        assertThat(places.find("Newport")).extracting(Place::label).contains("Newport, Isle of Wight", "Newport, Essex").hasSizeGreaterThan(3);
    }

    @Test
    void what_is_unknown_is_not_guessed() {
        assertThat(places.find("Atlantis")).isEmpty();
        assertThat(places.find("")).isEmpty();
        assertThat(places.find(null)).isEmpty();
        assertThat(places.find("QQ1")).isEmpty();
        assertThat(places.find("😀 <script>")).isEmpty();
        assertThat(places.ofOutcode("Newport")).isNull();
    }

    @Test
    void an_unknown_code_of_a_known_area_stands_in_the_middle_and_says_so() {
        assertThat(places.find("BD99")).singleElement().satisfies(place -> {
            assertThat(place.rough()).isTrue();
            assertThat(place.name()).isEqualTo("BD");
        });
    }

    @Test
    void the_one_wrong_position_of_the_source_is_put_right() {
        assertThat(places.ofOutcode("E20").milesTo(places.ofOutcode("E15"))).isLessThan(1);
    }

    @Test
    void distances_are_in_miles() {
        assertThat(places.ofOutcode("BD1").milesTo(places.ofOutcode("LS1"))).isCloseTo(8.6, within(0.7));
    }

    @Test
    void positions_are_no_finer_than_a_kilometre_and_the_table_stays_small() throws IOException {
        byte[] table = Places.class.getResourceAsStream("/directory/places.csv").readAllBytes();

        assertThat(table.length).isLessThan(150_000);
        assertThat(new String(table).lines()).hasSizeGreaterThan(2_800).allMatch(line -> line.matches("[A-Z0-9]+,\\d\\d\\.\\d\\d,-?\\d\\.\\d\\d,.*"));
    }
}
