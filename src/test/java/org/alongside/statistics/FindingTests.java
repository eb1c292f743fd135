package org.alongside.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class FindingTests {
    @Test
    void an_interval_that_touches_no_change_shows_none() {
        assertThat(Finding.of(Enough.ENOUGH, Optional.of(new Interval(0, 0.4)), 0)).isEqualTo(Finding.NO_CLEAR_CHANGE);
        assertThat(Finding.of(Enough.ENOUGH, Optional.of(new Interval(0.001, 0.4)), 0)).isEqualTo(Finding.ROSE);
        assertThat(Finding.of(Enough.ENOUGH, Optional.of(new Interval(-0.4, 0)), 0)).isEqualTo(Finding.NO_CLEAR_CHANGE);
        assertThat(Finding.of(Enough.ENOUGH, Optional.of(new Interval(0.4, 0.9)), 1)).isEqualTo(Finding.FELL);
    }

    @Test
    void every_finding_has_words_for_the_public_and_none_says_why_it_came_about() throws IOException {
        Properties words = new Properties();
        try (Reader bundle = Files.newBufferedReader(Path.of("src/main/resources/words/statistics.properties"))) {
            words.load(bundle);
        }
        for (Finding finding : Finding.values()) assertThat(words.getProperty(finding.key())).isEqualTo(finding.words()).doesNotContainIgnoringCase("cause").doesNotContainIgnoringCase("significant");
    }
}
