package org.alongside.standards.web;

import java.util.List;
import org.alongside.standards.Edition;
import org.alongside.standards.Standard;
import org.alongside.standards.Standard.Section;

/** A standard as one kind of reader reads it. */
record EditionPage(Standard standard, Edition edition) {
    List<Section> sections() {
        return standard.of(edition);
    }

    boolean isForSurvivors() {
        return edition == Edition.SURVIVORS;
    }
}
