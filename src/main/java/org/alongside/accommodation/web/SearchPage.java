package org.alongside.accommodation.web;

import java.util.List;
import java.util.UUID;
import org.alongside.accommodation.Place;
import org.alongside.accommodation.PlaceAnswer;
import org.alongside.accommodation.Request;
import org.alongside.shared.Problems;
import org.alongside.ui.Row;
import org.jspecify.annotations.Nullable;

/**
 * A case's search for a safe place.
 *
 * @param now the search that goes on; null when there is none
 * @param say what may be told to a place on the telephone, in its words
 * @param once the id of the next place to be asked, so that a second press finds the first
 */
record SearchPage(UUID caseId, UUID person, String who, boolean closed, @Nullable Request now, List<Row> say, List<Asked> asked, List<Earlier> earlier, String once, String name, Problems problems) {
    record Asked(Place place, String by) {}

    /** A search that ended, with the places it asked. */
    record Earlier(Request request, List<Asked> asked) {}

    boolean offered() {
        return asked.stream().anyMatch(one -> one.place().answer() == PlaceAnswer.OFFERED);
    }

    String path() {
        return "/desk/cases/" + caseId + "/accommodation";
    }
}
