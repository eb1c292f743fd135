package org.alongside.directory.openreferral;

import org.alongside.ui.Words;

/** Our terms without the whole house. */
public final class OpenReferralFixture {
    private OpenReferralFixture() {
    }

    public static OpenReferral of(Words words) {
        Taxonomies taxonomies = new Taxonomies(words, new OpenReferralSettings("Local support", "https://alongside.example"));
        return new OpenReferral(new Projection(taxonomies, words), taxonomies);
    }
}
