package org.alongside.training.web;

import java.time.Clock;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.evaluation.Evaluations;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.training.Cohort;
import org.alongside.training.Cohorts;
import org.alongside.training.Cohorts.Plan;
import org.alongside.training.Courses;
import org.alongside.training.Register;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One run of a course: when, where, for how many, and who is in it. */
@Controller
@RequestMapping("/desk/training/cohorts/{id}")
class CohortController {
    private final Cohorts cohorts;
    private final Register register;
    private final Evaluations evaluations;
    private final Clock clock;

    CohortController(Cohorts cohorts, Register register, Evaluations evaluations, Clock clock) {
        this.cohorts = cohorts;
        this.register = register;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    @GetMapping
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, null, null, null, "", new Problems(), me, model);
    }

    @GetMapping("/register")
    String paper(@PathVariable UUID id, Actor.Worker me, Model model) {
        show(id, null, null, null, "", new Problems(), me, model);
        return "training/web/register";
    }

    @PostMapping
    String change(@PathVariable UUID id, PlanForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Cohort cohort = mine(id, me);
        Problems problems = new Problems();
        Plan plan = form.read(problems).orElse(null);
        if (plan == null || !Typed.accepted(problems, "capacity", () -> cohorts.change(cohort.id(), plan, me))) return show(id, form, null, null, "plan", problems, me, model);
        return done(id, "Saved.", next);
    }

    @PostMapping("/publication")
    String publish(@PathVariable UUID id, Actor.Worker me, Model model, RedirectAttributes next) {
        mine(id, me);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "publication", () -> cohorts.publish(id, me))) return show(id, null, null, null, "", problems, me, model);
        return done(id, "Published. Anyone can register now.", next);
    }

    @PostMapping("/calling-off")
    String callOff(@PathVariable UUID id, Actor.Worker me, Model model, RedirectAttributes next) {
        mine(id, me);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "calling-off", () -> cohorts.callOff(id, me))) return show(id, null, null, null, "", problems, me, model);
        return done(id, "Called off. Everybody with a place, and whoever waited, is told.", next);
    }

    @PostMapping("/sessions")
    String meet(@PathVariable UUID id, SessionForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        mine(id, me);
        Problems problems = new Problems();
        SessionForm.Read read = form.read(problems).orElse(null);
        if (read == null || !Typed.accepted(problems, "until", () -> cohorts.meet(id, Typed.id(form.once()), read.from(), read.until(), me))) return show(id, null, form, null, "session", problems, me, model);
        return done(id, "Session added.", next);
    }

    @PostMapping("/sessions/{time}/time")
    String move(@PathVariable UUID id, @PathVariable UUID time, SessionForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        mine(id, me);
        Problems problems = new Problems();
        SessionForm.Read read = form.read(problems).orElse(null);
        if (read == null || !Typed.accepted(problems, "until", () -> cohorts.move(id, time, read.from(), read.until(), me))) return show(id, null, form, time, "move", problems, me, model);
        return done(id, "Moved. Everybody with a place is told.", next);
    }

    @PostMapping("/sessions/{time}/removal")
    String drop(@PathVariable UUID id, @PathVariable UUID time, Actor.Worker me, Model model, RedirectAttributes next) {
        mine(id, me);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "removal", () -> cohorts.drop(id, time, me))) return show(id, null, null, time, "", problems, me, model);
        return done(id, "Dropped.", next);
    }

    @PostMapping("/registrations/{registration}/removal")
    String remove(@PathVariable UUID id, @PathVariable UUID registration, Actor.Worker me, RedirectAttributes next) {
        register.remove(mine(id, me), registration, me);
        return done(id, "Taken off, and told. Their place goes to whoever waits.", next);
    }

    private Cohort mine(UUID id, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        return cohorts.one(id);
    }

    private static String done(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/training/cohorts/" + id;
    }

    private String show(UUID id, @Nullable PlanForm plan, @Nullable SessionForm session, @Nullable UUID changing, String open, Problems problems, Actor.Worker me, Model model) {
        Cohort cohort = mine(id, me);
        model.addAttribute("page", new CohortPage(cohort, register.of(cohort, me), plan == null ? PlanForm.of(cohort, cohorts.room(id).orElse("")) : plan,
                session == null ? new SessionForm(UUID.randomUUID().toString(), null, null, null) : session, changing, open, AskedBy.choices(evaluations, cohort.evaluation()), problems, clock.instant()));
        return "training/web/cohort";
    }
}
