package org.alongside.directory.openreferral;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.alongside.ui.Words;

/** Our terms without the whole house. */
public final class OpenReferralFixture {
    private OpenReferralFixture() {
    }

    public static OpenReferral of(Words words) {
        Taxonomies taxonomies = new Taxonomies(words, new OpenReferralSettings("Local support", "https://alongside.example"));
        return new OpenReferral(new Projection(taxonomies, words, Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC)), taxonomies);
    }
}
