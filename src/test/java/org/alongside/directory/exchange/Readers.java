package org.alongside.directory.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.alongside.directory.Places;
import org.alongside.directory.exchange.Reading.From;
import org.alongside.directory.openreferral.OpenReferral;
import org.alongside.directory.openreferral.OpenReferralFixture;
import org.alongside.ui.Words;
import tools.jackson.databind.JsonNode;

/** What reads sources, without the house around it. */
final class Readers {
    static final From FROM = new From("A file", true, Set.of());
    static final Words WORDS = new Words();
    static final Places PLACES = new Places();
    static final Areas AREAS = new Areas(PLACES);
    static final OpenReferral TERMS = OpenReferralFixture.of(WORDS);
    static final Exact EXACT = new Exact(TERMS, PLACES);
    static final Reading READING = new Reading(AREAS, TERMS, EXACT, Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    static final Sheet SHEET = new Sheet(AREAS, WORDS);
    static final SourceFile FILES = new SourceFile(READING, SHEET);

    private Readers() {
    }

    static Given one(String json) {
        return READING.read(json(json), FROM, "record 1");
    }

    static JsonNode json(String text) {
        return SourceFile.JSON.readTree(text);
    }

    static List<Given> file(String text) {
        return FILES.read(text.getBytes(StandardCharsets.UTF_8), FROM).services();
    }
}
