package org.alongside.comments.web;

import java.util.UUID;
import org.alongside.shared.Seal;
import org.alongside.ui.SealedCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes over one redirect. @param slip of the form that has to be put right; null once it was sent @param code to follow it; null for whoever has an account @param danger whether the words showed danger */
record Carried(UUID conversation, @Nullable String slip, @Nullable String code, boolean danger) {
    @Component
    static class Cookie extends SealedCookie<Carried> {
        Cookie(Seal seal) {
            super(seal, "t", "comments.cookie", "/have-your-say/comments", Carried.class);
        }
    }

    /** The code somebody typed, until their browser closes or they leave. */
    @Component
    static class Following extends SealedCookie<String> {
        Following(Seal seal) {
            super(seal, "f", "comments.following", "/have-your-say/comments", String.class);
        }
    }
}
