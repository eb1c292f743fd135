package org.alongside.rota.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.rota.Shift;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** One week of the duty rota. @param able who can be put on duty @param refused the shift whose change was refused just now */
record RotaPage(LocalDate monday, List<Day> days, boolean mayPlan, List<Option> able, ShiftForm form, @Nullable UUID refused, Problems problems) {
    record Day(LocalDate on, boolean today, List<Row> shifts) {}

    /** @param when from and until in London, in words */
    record Row(Shift shift, String who, String when, boolean now, boolean over) {}

    String before() {
        return "/desk/rota?week=" + monday.minusDays(7);
    }

    String after() {
        return "/desk/rota?week=" + monday.plusDays(7);
    }
}
