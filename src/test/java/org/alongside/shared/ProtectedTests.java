package org.alongside.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProtectedTests {
    private static final String HIDDEN = "not shown";

    @Test
    void a_small_number_is_hidden_and_never_looks_like_none() {
        assertThat(List.of(0, 1, 4, 5, 7, 8, 12, 13).stream().map(Protected::of).map(Protected::words)).containsExactly("none", "not shown", "not shown", "about 5", "about 5", "about 10", "about 10", "about 15");
        assertThat(List.of(0, 4, 5, 14, 15, 24).stream().map(Protected::whole).map(Protected::words)).containsExactly("none", "not shown", "about 10", "about 10", "about 20", "about 20");
    }

    @Test
    void no_part_is_hidden_alone_and_nothing_is_shown_where_all_said_the_same() {
        assertThat(words(20, 9, 3)).containsExactly("about 20", "not shown", "not shown");
        assertThat(words(20, 9, 3, 2)).containsExactly("about 20", "about 10", "not shown", "not shown");
        assertThat(words(20, 9, 0)).containsExactly("about 20", "about 10", "none");
        assertThat(words(20, 0, 0)).containsExactly("not shown", "not shown", "not shown");
        assertThat(words(0, 0, 0)).containsExactly("none", "none", "none");
    }

    /** All that a reader sees are the parts and the whole, protected: whatever stands there, more than one number fits each hidden part. */
    @Test
    void nobody_works_out_a_hidden_part_from_the_others_and_the_whole() {
        Map<List<String>, List<Set<Integer>>> fits = new HashMap<>(), unprotected = new HashMap<>();
        for (int a = 0; a <= 16; a++) {
            for (int b = 0; b <= 16; b++) {
                for (int c = 0; c <= 16; c++) {
                    List<Integer> people = List.of(a, b, c);
                    note(fits, words(a, b, c), Protected.whole(a + b + c).words(), people);
                    note(unprotected, people.stream().map(one -> one > 0 && one < 5 ? HIDDEN : "" + one).toList(), "" + (a + b + c), people);
                }
            }
        }
        assertThat(fits.entrySet().stream().filter(shown -> givesAway(shown.getKey(), shown.getValue()))).isEmpty();
        assertThat(unprotected.entrySet().stream().filter(shown -> givesAway(shown.getKey(), shown.getValue()))).as("control: hiding alone gives somebody away").isNotEmpty();
    }

    private static boolean givesAway(List<String> shown, List<Set<Integer>> fits) {
        return IntStream.range(0, 3).anyMatch(part -> shown.get(part).equals(HIDDEN) && fits.get(part).size() == 1);
    }

    private static void note(Map<List<String>, List<Set<Integer>>> fits, List<String> parts, String whole, List<Integer> people) {
        List<Set<Integer>> each = fits.computeIfAbsent(Stream.concat(parts.stream(), Stream.of(whole)).toList(), any -> List.of(new HashSet<>(), new HashSet<>(), new HashSet<>()));
        for (int part = 0; part < 3; part++) each.get(part).add(people.get(part));
    }

    private static List<String> words(Integer... people) {
        return Protected.parts(List.of(people)).stream().map(Protected::words).toList();
    }
}
