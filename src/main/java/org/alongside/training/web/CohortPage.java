package org.alongside.training.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.training.Cohort;
import org.alongside.training.Register;
import org.alongside.training.Session;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** One cohort with its register. @param changing the session whose change was refused just now @param open which form comes back: plan, session or none */
record CohortPage(Cohort cohort, Register.Read register, PlanForm plan, SessionForm session, @Nullable UUID changing, String open, List<Option> evaluations, Problems problems, Instant now) {
    String path() {
        return "/desk/training/cohorts/" + cohort.id();
    }

    static String when(Session session) {
        return Times.say(session.from()) + " to " + Times.say(Times.london(session.until()).toLocalTime());
    }

    boolean isRefused(Session one) {
        return one.id().equals(changing);
    }

    boolean mayMark(Session one) {
        return !now.isBefore(one.from().minus(Session.DOOR_OPENS));
    }

    String state() {
        if (cohort.isCalledOff()) return "Called off";
        if (!cohort.isPublished()) return "Not published yet";
        return cohort.isOverAt(now) ? "Over" : cohort.isOpenAt(now) ? "Open for registration" : "Has begun";
    }

    String colour() {
        return cohort.isCalledOff() ? "red" : !cohort.isPublished() ? "yellow" : cohort.isOpenAt(now) ? "green" : "grey";
    }
}
