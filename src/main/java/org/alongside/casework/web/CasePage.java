package org.alongside.casework.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first page of a case: what is owed, what was wished, and what happened last. */
record CasePage(CaseBar bar, List<MomentRow> moments, LocalDate today, @Nullable String wish) {
    boolean isOver(@Nullable LocalDate day) {
        return day != null && day.isBefore(today);
    }
}
