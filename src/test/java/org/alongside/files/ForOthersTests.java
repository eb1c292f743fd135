package org.alongside.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.shared.RuleBroken;
import org.junit.jupiter.api.Test;

class ForOthersTests {
    @Test
    void what_a_field_offers_is_what_is_taken() {
        assertThat(Stream.of(FileType.values()).filter(type -> List.of(ForOthers.ACCEPT.split(",")).contains("." + type.ending())))
                .containsExactlyElementsOf(Stream.of(FileType.values()).filter(type -> type == FileType.TEXT || Copies.canBeMade(type)).toList());
    }

    @Test
    void nothing_is_taken_in_which_something_could_hide() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8), words = "Only words.".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ForOthers.kind(page, "photo.jpg")).isInstanceOf(RuleBroken.class).hasMessageContaining("as PDF first");
        assertThat(ForOthers.kind(words, "anything")).isEqualTo(FileType.TEXT);
        assertThat(ForOthers.copy(FileType.TEXT, words)).isEqualTo(words);
    }
}
