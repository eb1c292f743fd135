package org.alongside.awards.web;

import java.time.LocalDate;
import java.util.List;
import org.alongside.awards.Award;
import org.alongside.awards.Step;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;

/** @param isReplaced whether a newer version of the standard is read today @param address where anybody can check it @param typed what was typed into the form that was refused */
record AwardPage(Award award, String title, List<Step> steps, boolean isOurs, boolean weGaveIt, boolean isReplaced, String address, @Nullable String typed, LocalDate today, Problems problems) {
    String path() {
        return "/desk/awards/" + award.id();
    }

    @Nullable String typed(String field) {
        return problems.of(field) == null ? null : typed;
    }
}
