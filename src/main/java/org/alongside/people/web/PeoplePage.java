package org.alongside.people.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** @param found null before anything was asked
 *  @param more the id to go on from, when there are more */
record PeoplePage(SearchForm form, Problems problems, @Nullable List<Row> found, @Nullable UUID more) {
    record Row(UUID id, String givenName, String familyName, String knownAs, @Nullable LocalDate bornOn) {
        String name() {
            String known = knownAs.isEmpty() || knownAs.equals(givenName) ? "" : " (known as " + knownAs + ")";
            return (givenName + " " + familyName).strip() + known;
        }
    }
}
