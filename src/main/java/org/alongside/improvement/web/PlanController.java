package org.alongside.improvement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.improvement.Action;
import org.alongside.improvement.Plan;
import org.alongside.improvement.Plans;
import org.alongside.organisations.Organisations;
import org.alongside.selfassessment.Beside;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans, and what is done about them. */
@Controller
@RequestMapping("/desk/plans")
class PlanController {
    private final Plans plans;
    private final SelfAssessments assessments;
    private final Organisations organisations;
    private final Clock clock;

    PlanController(Plans plans, SelfAssessments assessments, Organisations organisations, Clock clock) {
        this.plans = plans;
        this.assessments = assessments;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Bean
    static DeskLink plansLink() {
        return new DeskLink(82, "/desk/plans", "Standards: our plans", Stream.of(Plans.WRITE).map(Enum::name).toArray(String[]::new));
    }

    @Bean
    static Beside planDoor(Plans plans) {
        return assessment -> {
            List<Plan> its = plans.of(assessment.id());
            if (its.isEmpty()) return List.of(new Beside.Door("/desk/plans?assessment=" + assessment.id().id(), "Make a plan for what is missing", ""));
            return its.stream().map(plan -> new Beside.Door("/desk/plans/" + plan.id(), plan.title(), plan.open() + " to do")).toList();
        };
    }

    @GetMapping
    String all(@RequestParam(required = false) @Nullable String assessment, Actor.Worker me, Model model) {
        return all(PlanForm.empty(assessment), assessment != null, new Problems(), me, model);
    }

    @PostMapping
    String begin(PlanForm form, Actor.Worker me, Model model) {
        me.mustBe(Plans.WRITE);
        Problems problems = new Problems();
        Plan.Written plan = form.read(problems).orElse(null);
        UUID once = Typed.id(form.once());
        if (plan == null || !Typed.accepted(problems, "title", () -> plans.begin(once, plan, me))) return all(form, true, problems, me, model);
        return "redirect:/desk/plans/" + once;
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String statement, Actor.Worker me, Model model) {
        return show(id, null, ActionForm.empty(statement), null, null, statement == null ? "" : "new", new Problems(), me, model);
    }

    @PostMapping("/{id}")
    String change(@PathVariable UUID id, PlanForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Plans.WRITE);
        Plan before = plans.one(id);
        Problems problems = new Problems();
        PlanForm meant = new PlanForm(null, before.kind().name(), form.title(), form.about(), null, form.served(), form.aim(), form.on());
        Plan.Written plan = meant.read(problems).orElse(null);
        if (plan == null || !Typed.accepted(problems, "title", () -> plans.change(id, plan, me))) return show(id, meant, ActionForm.empty(null), null, null, "plan", problems, me, model);
        return done(id, "Saved.", next);
    }

    @PostMapping("/{id}/removal")
    String putAway(@PathVariable UUID id, Actor.Worker me, RedirectAttributes next) {
        plans.putAway(id, me);
        next.addFlashAttribute(Frame.NOTICE, "Put away.");
        return "redirect:/desk/plans";
    }

    @PostMapping("/{id}/actions")
    String add(@PathVariable UUID id, ActionForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Plans.WRITE);
        plans.one(id);
        Problems problems = new Problems();
        Action.Written action = form.read(organisations.colleagues(), problems).orElse(null);
        if (action == null || !Typed.accepted(problems, "what", () -> plans.add(id, Typed.id(form.once()), action, me))) return show(id, null, form, null, null, "new", problems, me, model);
        return done(id, "Added.", next);
    }

    @PostMapping("/{id}/actions/{todo}")
    String changeAction(@PathVariable UUID id, @PathVariable("todo") UUID action, ActionForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Plans.WRITE);
        plans.one(id);
        Problems problems = new Problems();
        Action.Written read = form.read(organisations.colleagues(), problems).orElse(null);
        if (read == null || !Typed.accepted(problems, "what", () -> plans.change(id, action, Typed.version(form.revision()), read, me))) return show(id, null, form, action, null, "change", problems, me, model);
        return done(id, "Saved.", next);
    }

    @PostMapping("/{id}/actions/{todo}/closure")
    String close(@PathVariable UUID id, @PathVariable("todo") UUID action, @RequestParam(defaultValue = "done") String how, @RequestParam(defaultValue = "") String closing, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Plans.WRITE);
        plans.one(id);
        Problems problems = new Problems();
        String said = Typed.words(closing, "closing", problems);
        if (!Typed.accepted(problems, "closing", () -> plans.close(id, action, !how.equals("dropped"), said == null ? "" : said, me))) return show(id, null, ActionForm.empty(null), action, closing, "close", problems, me, model);
        return done(id, how.equals("dropped") ? "Dropped. Why stays." : "Done.", next);
    }

    @PostMapping("/{id}/actions/{todo}/reopening")
    String reopen(@PathVariable UUID id, @PathVariable("todo") UUID action, Actor.Worker me, RedirectAttributes next) {
        plans.reopen(id, action, me);
        return done(id, "Open again.", next);
    }

    private static String done(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/plans/" + id;
    }

    private String all(PlanForm form, boolean opens, Problems problems, Actor.Worker me, Model model) {
        me.mustBe(Plans.WRITE);
        model.addAttribute("page", new PlansPage(plans.all(), form, opens, today(), problems));
        return "improvement/web/plans";
    }

    private String show(UUID id, @Nullable PlanForm form, ActionForm action, @Nullable UUID changing, @Nullable String closing, String opens, Problems problems, Actor.Worker me, Model model) {
        me.mustBe(Plans.WRITE);
        Plan plan = plans.one(id);
        model.addAttribute("page", new PlanPage(plan, plan.assessment() == null ? null : assessments.one(plan.assessment()), form == null ? PlanForm.of(plan) : form, action, changing, closing, opens, organisations.colleagues(), organisations.names(), today(), problems));
        return "improvement/web/plan";
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
