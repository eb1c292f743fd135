package org.alongside.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person told us about themselves; everything may be left out except one name of any kind. {@code gender} is in their words
 * ("woman", "prefer not to say"), {@code languages} as they name them.
 */
public record About(String givenName, String familyName, String knownAs, @Nullable LocalDate bornOn, String pronouns, String gender,
        String languages, boolean interpreterNeeded, String accessNeeds, String notes) {
    public About {
        givenName = givenName.strip();
        familyName = familyName.strip();
        knownAs = knownAs.strip();
        if (givenName.isEmpty() && familyName.isEmpty() && knownAs.isEmpty()) throw new IllegalArgumentException("a person has a name of some kind");
    }

    /** A person of whom only the name is known so far. */
    public static About named(String givenName, String familyName) {
        return new About(givenName, familyName, "", null, "", "", "", false, "", "");
    }

    public About bornOn(@Nullable LocalDate day) {
        return new About(givenName, familyName, knownAs, day, pronouns, gender, languages, interpreterNeeded, accessNeeds, notes);
    }

    public About knownAs(String name) {
        return new About(givenName, familyName, name, bornOn, pronouns, gender, languages, interpreterNeeded, accessNeeds, notes);
    }

    public About speaking(String languages, boolean interpreterNeeded) {
        return new About(givenName, familyName, knownAs, bornOn, pronouns, gender, languages, interpreterNeeded, accessNeeds, notes);
    }

    public About describedAs(String pronouns, String gender) {
        return new About(givenName, familyName, knownAs, bornOn, pronouns, gender, languages, interpreterNeeded, accessNeeds, notes);
    }

    public About needing(String accessNeeds) {
        return new About(givenName, familyName, knownAs, bornOn, pronouns, gender, languages, interpreterNeeded, accessNeeds, notes);
    }

    /** The name to call them by: the one they use, with the family name when there is one. */
    public String displayName() {
        String first = knownAs.isEmpty() ? givenName : knownAs;
        return (first + " " + familyName).strip();
    }
}
