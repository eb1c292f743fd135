package org.alongside.copies.web;

import java.time.LocalDate;
import java.util.List;
import org.alongside.shared.Problems;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;
import org.alongside.standards.Standard.Section;

/** A copy: asking for one, and one edition of it on paper. */
record CopyPage(Standard standard, CopyForm form, Problems problems, boolean busy) {

    /** One edition, as it is printed on this day. */
    record Paper(Standard standard, Edition edition, LocalDate on, String back) {
        List<Section> sections() {
            return standard.of(edition);
        }

        boolean isForSurvivors() {
            return edition == Edition.SURVIVORS;
        }
    }
}
