package org.alongside.training.web;

import java.time.Clock;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.evaluation.Evaluations;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.training.Cohorts;
import org.alongside.training.Cohorts.Plan;
import org.alongside.training.Course;
import org.alongside.training.Courses;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Courses, and planning a run of one. */
@Controller
@RequestMapping("/desk/training")
class CourseController {
    private final Courses courses;
    private final Cohorts cohorts;
    private final Evaluations evaluations;
    private final Clock clock;

    CourseController(Courses courses, Cohorts cohorts, Evaluations evaluations, Clock clock) {
        this.courses = courses;
        this.cohorts = cohorts;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    @Bean
    static DeskLink trainingLink() {
        return new DeskLink(64, "/desk/training", "Training", "TRAINER", "MANAGER");
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        return all(new CourseForm(UUID.randomUUID().toString(), null, null, null, null), new Problems(), me, model);
    }

    @PostMapping
    String add(CourseForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Courses.WRITE);
        Problems problems = new Problems();
        Course course = form.read(Typed.id(form.once()), problems).orElse(null);
        if (course == null) return all(form, problems, me, model);
        courses.add(course, me);
        return done("/desk/training/courses/" + course.id(), "Added. Now plan when it takes place.", next);
    }

    @GetMapping("/courses/{id}")
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        return one(id, null, PlanForm.empty(), new SessionForm(UUID.randomUUID().toString(), null, null, null), false, new Problems(), me, model);
    }

    @PostMapping("/courses/{id}")
    String change(@PathVariable UUID id, CourseForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Courses.WRITE);
        courses.one(id);
        Problems problems = new Problems();
        Course course = form.read(id, problems).orElse(null);
        if (course == null) return one(id, form, PlanForm.empty(), new SessionForm(UUID.randomUUID().toString(), null, null, null), false, problems, me, model);
        courses.change(course, me);
        return done("/desk/training/courses/" + id, "Saved.", next);
    }

    @PostMapping("/courses/{id}/removal")
    String putAway(@PathVariable UUID id, Actor.Worker me, RedirectAttributes next) {
        courses.putAway(id, me);
        return done("/desk/training", "Put away. The cohorts it had stay.", next);
    }

    @PostMapping("/courses/{id}/cohorts")
    String plan(@PathVariable UUID id, PlanForm form, SessionForm session, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Courses.WRITE);
        courses.one(id);
        Problems problems = new Problems();
        Plan plan = form.read(problems).orElse(null);
        SessionForm.Read meets = session.read(problems).orElse(null);
        UUID cohort = Typed.id(session.once());
        if (plan == null || meets == null || !Typed.accepted(problems, "until", () -> cohorts.plan(cohort, id, plan, meets.from(), meets.until(), me))) return one(id, null, form, session, true, problems, me, model);
        return done("/desk/training/cohorts/" + cohort, "Planned. Nobody sees it yet: publish it when it is right.", next);
    }

    private static String done(String path, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:" + path;
    }

    private String all(CourseForm form, Problems problems, Actor.Worker me, Model model) {
        me.mustBe(Courses.WRITE);
        model.addAttribute("page", new CoursesPage(courses.all(), cohorts.all(), form, problems, clock.instant()));
        return "training/web/courses";
    }

    private String one(UUID id, @Nullable CourseForm form, PlanForm plan, SessionForm session, boolean planning, Problems problems, Actor.Worker me, Model model) {
        me.mustBe(Courses.WRITE);
        Course course = courses.one(id);
        model.addAttribute("page", new DeskCoursePage(course, cohorts.of(id), form == null ? CourseForm.of(course) : form, plan, session, planning, AskedBy.choices(evaluations, null), problems));
        return "training/web/deskcourse";
    }
}
