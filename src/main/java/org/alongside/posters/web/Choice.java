package org.alongside.posters.web;

import java.util.UUID;
import org.alongside.shared.NotFound;
import org.jspecify.annotations.Nullable;

/** Which picture, in which language, for which service. @param service null for the national lines */
record Choice(Design design, boolean welsh, @Nullable UUID service) {
    private static final String WELSH = "cy", ENGLISH = "en", NONE = "0";

    /** Out of an address. */
    static Choice at(String design, String language, String service) {
        if (!language.equals(WELSH) && !language.equals(ENGLISH)) throw new NotFound();
        try {
            return new Choice(Design.at(design).orElseThrow(NotFound::new), language.equals(WELSH), service.equals(NONE) ? null : UUID.fromString(service));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    /** Safety: numbers and no words, so that no history tells who was looked for. */
    String path() {
        return "/posters/" + design.number() + "/" + (welsh ? WELSH : ENGLISH) + "/" + (service == null ? NONE : service);
    }
}
