package org.alongside.casework.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Goals;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class GoalController {
    private final Goals goals;
    private final NeedsPages pages;

    GoalController(Goals goals, NeedsPages pages) {
        this.goals = goals;
        this.pages = pages;
    }

    @GetMapping("/desk/cases/{id}/goals/new")
    String make(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(pages.page(id), GoalForm.empty(), new Problems(), null, model);
    }

    @PostMapping("/desk/cases/{id}/goals")
    String set(@PathVariable UUID id, GoalForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean set = form.read(problems).filter(goal -> Typed.accepted(problems, "words", () -> goals.set(new CaseId(id), Typed.id(form.once()), goal.words(), me))).isPresent();
        return set ? saved(id, next) : show(pages.page(id), form, problems, null, model);
    }

    @GetMapping("/desk/cases/{id}/goals/{goal}")
    String one(@PathVariable UUID id, @PathVariable UUID goal, Actor.Worker me, Model model) {
        NeedsPage page = pages.page(id);
        NeedsPage.Goal now = of(page, goal);
        return show(page, GoalForm.of(now), new Problems(), now, model);
    }

    @PostMapping("/desk/cases/{id}/goals/{goal}")
    String change(@PathVariable UUID id, @PathVariable UUID goal, GoalForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean changed = form.read(problems)
                .filter(read -> Typed.accepted(problems, "words", () -> goals.change(new CaseId(id), goal, Typed.version(form.version()), read.words(), read.status(), me))).isPresent();
        if (changed) return saved(id, next);
        NeedsPage page = pages.page(id);
        NeedsPage.Goal now = of(page, goal);
        return show(page, form.over(now), problems, now, model);
    }

    private static NeedsPage.Goal of(NeedsPage page, UUID goal) {
        return page.goals().stream().filter(found -> found.id().equals(goal)).findFirst().orElseThrow(() -> new NotFound("goal", goal));
    }

    private static String saved(UUID id, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, "Saved.");
        return "redirect:/desk/cases/" + id + "/needs";
    }

    private static String show(NeedsPage page, GoalForm form, Problems problems, NeedsPage.@Nullable Goal now, Model model) {
        model.addAttribute("page", new GoalPage(page.bar(), form, problems, now));
        return "casework/web/goal";
    }
}
