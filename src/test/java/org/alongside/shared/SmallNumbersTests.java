package org.alongside.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.shared.SmallNumbers.Shown;
import org.junit.jupiter.api.Test;

class SmallNumbersTests {
    @Test
    void a_small_number_is_neither_shown_nor_looks_like_none() {
        assertThat(SmallNumbers.alone(0).words()).isEqualTo("none");
        for (int people = 1; people < SmallNumbers.SHOWN_FROM; people++) assertThat(SmallNumbers.alone(people)).isEqualTo(new Shown(null, "fewer than 5"));
        assertThat(SmallNumbers.alone(5)).isEqualTo(new Shown(5, "5"));
    }
}
