package org.alongside.casework.web;

import java.time.Clock;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.Actions;
import org.alongside.casework.CaseId;
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
class ActionController {
    private final Actions actions;
    private final ActionsPages pages;
    private final Clock clock;

    ActionController(Actions actions, ActionsPages pages, Clock clock) {
        this.actions = actions;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/desk/cases/{id}/actions")
    String all(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.page(id));
        return "casework/web/actions";
    }

    @GetMapping("/desk/cases/{id}/actions/new")
    String make(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(pages.page(id), ActionForm.empty(me.worker(), clock), new Problems(), null, model);
    }

    @PostMapping("/desk/cases/{id}/actions")
    String add(@PathVariable UUID id, ActionForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean added = form.read(clock, problems).filter(action -> Typed.accepted(problems, "owner", () -> actions.add(new CaseId(id), Typed.id(form.once()), action, me))).isPresent();
        return added ? saved(id, next) : show(pages.page(id), form, problems, null, model);
    }

    @GetMapping("/desk/cases/{id}/actions/{action}")
    String one(@PathVariable UUID id, @PathVariable UUID action, Actor.Worker me, Model model) {
        ActionsPage page = pages.page(id);
        ActionsPage.Action now = of(page, action);
        return show(page, ActionForm.of(now), new Problems(), now, model);
    }

    @PostMapping("/desk/cases/{id}/actions/{action}")
    String change(@PathVariable UUID id, @PathVariable UUID action, ActionForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean changed = form.read(clock, problems)
                .filter(read -> Typed.accepted(problems, "words", () -> actions.change(new CaseId(id), action, Typed.version(form.version()), read, me))).isPresent();
        if (changed) return saved(id, next);
        ActionsPage page = pages.page(id);
        ActionsPage.Action now = of(page, action);
        return show(page, form.over(now), problems, now, model);
    }

    @PostMapping("/desk/cases/{id}/actions/{action}/completion")
    String done(@PathVariable UUID id, @PathVariable UUID action, ActionForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String outcome = Typed.words(form.outcome(), "outcome", problems);
        if (Typed.accepted(problems, "outcome", () -> actions.done(new CaseId(id), action, Typed.version(form.version()), outcome, me))) return saved(id, next);
        ActionsPage page = pages.page(id);
        ActionsPage.Action now = of(page, action);
        return show(page, form.outcomeOver(now), problems, now, model);
    }

    private static ActionsPage.Action of(ActionsPage page, UUID action) {
        return page.actions().stream().filter(found -> found.id().equals(action)).findFirst().orElseThrow(() -> new NotFound("action", action));
    }

    private static String saved(UUID id, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, "Saved.");
        return "redirect:/desk/cases/" + id + "/actions";
    }

    private String show(ActionsPage page, ActionForm form, Problems problems, ActionsPage.@Nullable Action now, Model model) {
        model.addAttribute("page", new ActionPage(page.bar(), form, problems, now, pages.colleagues(page.bar())));
        return "casework/web/action";
    }
}
