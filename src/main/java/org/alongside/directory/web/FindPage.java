package org.alongside.directory.web;

import java.util.List;
import java.util.Set;
import org.alongside.directory.Place;
import org.alongside.shared.Problems;

/** The questions of the search, as answered so far. @param languages those some service speaks or signs */
record FindPage(FindForm form, Problems problems, List<Place> choices, Set<String> languages) {
    List<Integer> distances() {
        return FindForm.DISTANCES;
    }
}
