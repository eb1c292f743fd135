package org.alongside.training.web;

import java.time.Instant;
import java.util.List;
import org.alongside.agencies.Agency;
import org.alongside.shared.Problems;
import org.alongside.training.Cohort;

/** One run of a course, and the form that asks for a place in it. @param busy whether too many asked from the same place just now */
record CoursePage(Cohort cohort, List<Agency> agencies, PlaceForm form, Problems problems, boolean busy, Instant now) {
    boolean isOpen() {
        return cohort.isOpenAt(now);
    }

    String path() {
        return "/training/" + cohort.id();
    }
}
