package org.alongside.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files the build makes out of the GOV.UK and MoJ components. */
class FurnitureTests {
    private static final Path ASSETS = Path.of("target/classes/static/assets");

    @Test
    void nothing_of_the_crown_is_left() throws IOException {
        for (String style : List.of("govuk.css", "moj.css")) {
            assertThat(Files.readString(ASSETS.resolve(style))).as(style).doesNotContain("GDS Transport", "@font-face", "crest.svg", "sourceMappingURL").contains("var(--letters)");
        }
        try (Stream<Path> files = Files.walk(ASSETS)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.matches(".*(crest|crown|logotype|opengraph|woff).*"));
        }
    }

    @Test
    void no_style_asks_another_site_for_anything() throws IOException {
        for (String style : List.of("govuk.css", "moj.css", "site.css")) {
            assertThat(Files.readString(ASSETS.resolve(style))).as(style).doesNotContainPattern("url\\(['\"]?(?!/assets/)").doesNotContain("@import");
        }
    }

    @Test
    void a_first_public_visit_weighs_under_thirty_kilobytes() throws IOException {
        long all = Rendered.html("ui/web/safety", Rendered.english(), Map.of()).length();
        for (String file : List.of("govuk.css.gz", "site.css.gz", "site.js.gz", "icon.svg")) {
            all += Files.size(ASSETS.resolve(file));
        }
        assertThat(all).isLessThan(30_000);
    }
}
