package org.alongside.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeutralTests {
    @ParameterizedTest
    @ValueSource(strings = {"Your refuge place is ready", "POLICE rang", "About the abuse", "see you in Court.", "two solicitors", "the social worker’s visit", "your safety plan", "(MARAC)", "Women’s Aid here"})
    void a_word_that_tells_is_found_however_it_is_written(String text) {
        assertThat(Neutral.telling(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"See you tomorrow at 10", "The courtyard cafe", "I am safe home", "policeman’s helmet is not the word", "The shelterbelt", "Ring me, it is Mina", "Zadzwoń do mnie"})
    void ordinary_words_pass(String text) {
        assertThat(Neutral.telling(text)).isEmpty();
    }

    @Test
    void our_own_phrases_pass_and_links_do_not() {
        assertThat(Texts.PHRASES).allSatisfy(phrase -> {
            assertThat(Neutral.telling(phrase)).isEmpty();
            assertThat(Neutral.holdsALink(phrase)).isFalse();
            assertThat(phrase).hasSizeLessThan(Neutral.LONGEST);
        });
        assertThat(Neutral.holdsALink("see www.harbour.example")).isTrue();
        assertThat(Neutral.holdsALink("HTTPS://x.example")).isTrue();
        assertThat(Neutral.holdsALink("write to mina@harbour.example")).isTrue();
    }
}
