package org.alongside.risk.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.risk.AssessmentId;
import org.alongside.risk.Levels;
import org.alongside.risk.RiskAssessments;
import org.alongside.risk.RiskLevel;
import org.alongside.risk.Triggers;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Side;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finished assessments: reading them, beginning the next, putting one right, looking a second time. */
@Controller
class AssessmentController {
    private final RiskAssessments assessments;
    private final AssessmentPages pages;
    private final Triggers triggers;
    private final Levels levels;
    private final Clock clock;

    AssessmentController(RiskAssessments assessments, AssessmentPages pages, Triggers triggers, Levels levels, Clock clock) {
        this.assessments = assessments;
        this.pages = pages;
        this.triggers = triggers;
        this.levels = levels;
        this.clock = clock;
    }

    @Bean
    static DeskLink reviewsLink() {
        return new DeskLink(60, "/desk/reviews", "Reviews", "SUPPORT_WORKER", "DUTY", "MANAGER", "SAFEGUARDING_LEAD").only(Side.SUPPORT);
    }

    @GetMapping("/desk/reviews")
    String reviews(Actor.Worker me, Model model) {
        me.mustBe(CaseRoles.SUPPORT);
        if (me.side() != Side.SUPPORT) throw new NotFound();
        model.addAttribute("page", pages.reviews());
        return "risk/web/reviews";
    }

    @GetMapping("/desk/cases/{id}/assessment")
    String newest(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, null, ChangeForm.empty(clock), Map.of(), me, new Problems(), model);
    }

    @GetMapping("/desk/cases/{id}/assessment/{assessment}")
    String one(@PathVariable UUID id, @PathVariable UUID assessment, Actor.Worker me, Model model) {
        return show(id, assessment, ChangeForm.empty(clock), Map.of(), me, new Problems(), model);
    }

    private String show(UUID id, @Nullable UUID assessment, ChangeForm form, Map<String, String> raise, Actor.Worker me, Problems problems, Model model) {
        model.addAttribute("page", pages.show(id, assessment, form, raise, me, problems));
        return "risk/web/assessment";
    }

    @PostMapping("/desk/cases/{id}/assessment/changes")
    String changed(@PathVariable UUID id, ChangeForm form, Actor.Worker me, Model model, RedirectAttributes flash) {
        Problems problems = new Problems();
        boolean kept = form.read(clock, problems).filter(read -> Typed.accepted(problems, "trigger", () -> triggers.changed(new CaseId(id), Typed.id(form.once()), read.trigger(), read.on(), read.words(), me))).isPresent();
        if (!kept) return show(id, null, form, Map.of(), me, problems, model);
        flash.addFlashAttribute(Frame.NOTICE, "Written down. The case is on the list of reviews until it is assessed again.");
        return "redirect:/desk/cases/" + id + "/assessment";
    }

    @PostMapping("/desk/cases/{id}/assessment/level")
    String raise(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes flash) {
        Problems problems = new Problems();
        RiskLevel to = Typed.oneNeeded(RiskLevel.class, typed.get("to"), "to", "Choose the level you see", problems);
        String why = Typed.wordsNeeded(typed.get("raiseWhy"), "raiseWhy", "Say why you see more danger", problems);
        if (!Typed.accepted(problems, "to", () -> levels.raise(new CaseId(id), Typed.id(typed.get("once")), to, why, me))) return show(id, null, ChangeForm.empty(clock), typed, me, problems, model);
        flash.addFlashAttribute(Frame.NOTICE, "The level is raised, from now on and for everybody. Look at the safety plan, and assess again when you can.");
        return "redirect:/desk/cases/" + id + "/assessment";
    }

    @PostMapping("/desk/cases/{id}/assessment")
    String begin(@PathVariable UUID id, Actor.Worker me) {
        assessments.begin(new CaseId(id), me);
        return "redirect:/desk/cases/" + id + "/assessment/draft";
    }

    @PostMapping("/desk/cases/{id}/assessment/{assessment}/correction")
    String correct(@PathVariable UUID id, @PathVariable UUID assessment, Actor.Worker me, Model model) {
        try {
            assessments.correct(new AssessmentId(assessment), me);
            return "redirect:/desk/cases/" + id + "/assessment/draft";
        } catch (RuleBroken refused) {
            return show(id, assessment, ChangeForm.empty(clock), Map.of(), me, problem("correction", refused), model);
        }
    }

    @PostMapping("/desk/cases/{id}/assessment/{assessment}/second-look")
    String lookAgain(@PathVariable UUID id, @PathVariable UUID assessment, @RequestParam(defaultValue = "") String agrees, @RequestParam(defaultValue = "") String words, Actor.Worker me, Model model,
            RedirectAttributes flash) {
        try {
            if (agrees.isEmpty()) throw new RuleBroken("risk.no-answer", "Say whether you agree with the lower level.");
            assessments.lookAgain(new AssessmentId(assessment), agrees.equals("yes"), words, me);
            flash.addFlashAttribute(Frame.NOTICE, "Your second look is recorded.");
            return "redirect:/desk/cases/" + id + "/assessment/" + assessment;
        } catch (RuleBroken refused) {
            model.addAttribute("words", words);
            model.addAttribute("agrees", agrees);
            return show(id, assessment, ChangeForm.empty(clock), Map.of(), me, problem(refused.rule().equals("risk.no-words") ? "words" : "agrees", refused), model);
        }
    }

    private static Problems problem(String field, RuleBroken refused) {
        Problems problems = new Problems();
        problems.add(field, String.valueOf(refused.getMessage()));
        return problems;
    }
}
