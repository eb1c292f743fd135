package org.alongside.toolkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.alongside.AlongsideTest;
import org.alongside.ui.Frame;
import org.alongside.ui.Frames;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

@AlongsideTest
class ReviewsTests {
    @Autowired Frames frames;
    @Autowired Reviews today;

    // Safety: nobody takes for checked what nobody checked.
    @Test
    void a_text_says_who_looked_at_it_and_when_or_that_nobody_has_also_when_only_its_translation_was_not() {
        Reviews reviews = new Reviews(new ByteArrayInputStream("""
                - {text: housing, language: en, reviewer: "R. Marsh, IDVA", day: "2026-11-20"}
                """.getBytes(StandardCharsets.UTF_8)));
        Frame english = frames.of(new MockHttpServletRequest("GET", "/enquiry/housing"));

        assertThat(reviews.standing(english, "housing")).isEqualTo("Reviewed by R. Marsh, IDVA on 20 November 2026.");
        assertThat(reviews.standing(english, "health")).isEqualTo("Example, not yet reviewed by a practitioner.");
        assertThat(today.standing(english, "housing")).isEqualTo("Example, not yet reviewed by a practitioner.");
        assertThat(new Reviews(new ByteArrayInputStream("- {text: housing, language: cy, reviewer: x, day: \"2026-11-20\"}".getBytes(StandardCharsets.UTF_8))).standing(english, "housing")).startsWith("Example");
    }
}
