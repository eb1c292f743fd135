package org.alongside.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.AlongsideTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AlongsideTest
class PublicPagesTests {
    @Autowired Directory directory;

    @Test
    void the_demo_town_is_planted() {
        assertThat(directory.withAnInbox()).isNotEmpty();
    }
}
