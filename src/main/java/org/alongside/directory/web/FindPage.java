package org.alongside.directory.web;

import java.util.List;
import org.alongside.directory.Place;
import org.alongside.shared.Problems;

/** The questions of the search, as answered so far. */
record FindPage(FindForm form, Problems problems, List<Place> choices) {
    List<Integer> distances() {
        return FindForm.DISTANCES;
    }
}
