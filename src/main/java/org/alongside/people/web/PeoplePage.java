package org.alongside.people.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** @param found exactly as it was asked; null before anything was
 *  @param sounding whose names only sound like it
 *  @param more where to go on from, when there are more */
record PeoplePage(SearchForm form, Problems problems, @Nullable List<Row> found, List<Row> sounding, @Nullable More more) {
    /** The last person shown, and whether they were found by sound. */
    record More(UUID after, boolean sounding) {}

    /** Whether this is a later page that begins among those found by sound. */
    boolean goesOnSounding() {
        return form.goesOnSounding();
    }

    record Row(UUID id, String givenName, String familyName, String knownAs, @Nullable LocalDate bornOn) {
        String name() {
            String known = knownAs.isEmpty() || knownAs.equals(givenName) ? "" : " (known as " + knownAs + ")";
            return (givenName + " " + familyName).strip() + known;
        }
    }
}
