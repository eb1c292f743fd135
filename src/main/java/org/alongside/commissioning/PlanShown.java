package org.alongside.commissioning;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.alongside.improvement.Action;
import org.alongside.improvement.Plan;

/** A service's plan to reach more men, as it stood on the day of the answer and without anybody's name. @param aim how many men in a year, by {@code aimOn} */
public record PlanShown(String title, String about, int aim, LocalDate aimOn, List<Step> steps) {
    /** @param milestone by what one sees half-way that it works; may be empty */
    public record Step(String what, String milestone, LocalDate due, Action.State state) {
        public boolean isLate(LocalDate on) {
            return state == Action.State.OPEN && due.isBefore(on);
        }
    }

    public PlanShown {
        steps = List.copyOf(steps);
    }

    /** Of a plan to serve more men. Dropped steps stay: that something is no longer meant to be done is part of the answer. */
    static PlanShown of(Plan plan) {
        return new PlanShown(plan.title(), plan.about(), Objects.requireNonNull(plan.aim()), Objects.requireNonNull(plan.aimOn()), plan.actions().stream().map(one -> new Step(one.what(), one.milestone(), one.dueOn(), one.state())).toList());
    }

    public long done() {
        return steps.stream().filter(one -> one.state() == Action.State.DONE).count();
    }

    /** Steps that were still meant to be done, and whose day was past. */
    public long late(LocalDate on) {
        return steps.stream().filter(one -> one.isLate(on)).count();
    }

    String all() {
        StringBuilder all = new StringBuilder(title).append('\n').append(about);
        steps.forEach(one -> all.append('\n').append(one.what).append('\n').append(one.milestone));
        return all.toString();
    }
}
