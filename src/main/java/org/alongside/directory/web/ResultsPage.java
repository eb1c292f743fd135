package org.alongside.directory.web;

import java.util.List;
import org.alongside.directory.Found;
import org.alongside.directory.Seeker;

/** The services found, best first; when there are none, which filters took them away, and lines to ring all the same. */
record ResultsPage(Seeker seeker, List<Found> found, List<Emptied> emptied, List<Found> lines) {

    private static final int SHOWN_IN_FULL = 15;

    /** A filter, and how many services would be left without it. */
    record Emptied(String filter, int left) {}

    List<Found> first() {
        return found.stream().limit(SHOWN_IN_FULL).toList();
    }

    List<Found> more() {
        return found.stream().skip(SHOWN_IN_FULL).toList();
    }
}
