package org.alongside.casework.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.alongside.casework.Children;
import org.alongside.people.HarmRole;
import org.alongside.people.PersonId;
import org.alongside.people.Relation;
import org.jspecify.annotations.Nullable;

/** The first page of a case: what is owed, what was wished, and what happened last. */
record CasePage(CaseBar bar, List<MomentRow> moments, LocalDate today, @Nullable String wish, List<Relation> around, Map<PersonId, Children.Own> cases) {
    List<Relation> children() {
        return around.stream().filter(Relation::isChild).toList();
    }

    List<Relation> causingHarm() {
        return around.stream().filter(one -> one.judged().role() == HarmRole.CAUSING_HARM).toList();
    }

    /** Whole years, or null when the birth date is not known. */
    @Nullable Integer age(Relation one) {
        return one.bornOn() == null ? null : Period.between(one.bornOn(), today).getYears();
    }

    boolean isOver(@Nullable LocalDate day) {
        return day != null && day.isBefore(today);
    }
}
