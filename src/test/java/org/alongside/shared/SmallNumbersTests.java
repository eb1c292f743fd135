package org.alongside.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.alongside.shared.SmallNumbers.Shown;
import org.junit.jupiter.api.Test;

class SmallNumbersTests {
    @Test
    void a_small_number_is_neither_shown_nor_looks_like_none() {
        assertThat(SmallNumbers.alone(0).words()).isEqualTo("none");
        for (int people = 1; people < SmallNumbers.SHOWN_FROM; people++) assertThat(SmallNumbers.alone(people)).isEqualTo(new Shown(null, "fewer than 5"));
        assertThat(SmallNumbers.alone(5)).isEqualTo(new Shown(5, "5"));
    }

    @Test
    void a_hidden_number_cannot_be_worked_out_from_the_total_beside_it() {
        assertThat(SmallNumbers.partsOf(List.of(3, 8, 20))).extracting(Shown::words).containsExactly("not shown", "not shown", "20");
        assertThat(SmallNumbers.partsOf(List.of(6, 8, 20))).extracting(Shown::words).containsExactly("6", "8", "20");
        assertThat(SmallNumbers.partsOf(List.of(0, 4, 4))).extracting(Shown::words).containsExactly("none", "fewer than 5", "fewer than 5");
        Random random = new Random(20261122);
        int hid = 0;
        for (int draw = 0; draw < 20_000; draw++) {
            List<Integer> parts = new ArrayList<>();
            for (int part = 2 + random.nextInt(5); part > 0; part--) parts.add(random.nextInt(4) == 0 ? random.nextInt(30) : random.nextInt(9));
            List<Shown> shown = SmallNumbers.partsOf(parts);
            int hidden = 0, together = 0;
            for (int part = 0; part < parts.size(); part++) {
                if (shown.get(part).people() != null) assertThat(shown.get(part).people()).isEqualTo(parts.get(part)).matches(people -> !SmallNumbers.isSmall(people));
                else {
                    hidden++;
                    together += parts.get(part);
                }
            }
            // A total that is small itself is not shown either.
            if (SmallNumbers.isSmall(parts.stream().mapToInt(Integer::intValue).sum()) || hidden == 0) continue;
            hid++;
            assertThat(hidden).as("%s %s", parts, shown).isGreaterThan(1);
            assertThat(together).as("%s %s", parts, shown).isGreaterThanOrEqualTo(SmallNumbers.SHOWN_FROM);
        }
        assertThat(hid).as("control: some were hidden").isPositive();
    }
}
