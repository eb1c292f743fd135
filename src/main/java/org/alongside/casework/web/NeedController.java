package org.alongside.casework.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.NeedDomain;
import org.alongside.casework.Needs;
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
class NeedController {
    private final Needs needs;
    private final NeedsPages pages;

    NeedController(Needs needs, NeedsPages pages) {
        this.needs = needs;
        this.pages = pages;
    }

    @GetMapping("/desk/cases/{id}/needs")
    String all(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.page(id));
        return "casework/web/needs";
    }

    @GetMapping("/desk/cases/{id}/needs/new")
    String make(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(pages.page(id), NeedForm.empty(), new Problems(), null, model);
    }

    @PostMapping("/desk/cases/{id}/needs")
    String raise(@PathVariable UUID id, NeedForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        NeedDomain domain = Typed.oneNeeded(NeedDomain.class, form.domain(), "domain", "Choose a part of life", problems);
        boolean raised = form.read(problems).filter(need -> domain != null && Typed.accepted(problems, "domain", () -> needs.raise(new CaseId(id), Typed.id(form.once()), domain, need, me))).isPresent();
        if (!raised) return show(pages.page(id), form, problems, null, model);
        return saved(id, next);
    }

    @GetMapping("/desk/cases/{id}/needs/{need}")
    String one(@PathVariable UUID id, @PathVariable UUID need, Actor.Worker me, Model model) {
        NeedsPage page = pages.page(id);
        NeedsPage.Need now = of(page, need);
        return show(page, NeedForm.of(now), new Problems(), now, model);
    }

    @PostMapping("/desk/cases/{id}/needs/{need}")
    String change(@PathVariable UUID id, @PathVariable UUID need, NeedForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean changed = form.read(problems).filter(read -> Typed.accepted(problems, "status", () -> needs.change(new CaseId(id), need, Typed.version(form.version()), read, me))).isPresent();
        if (changed) return saved(id, next);
        NeedsPage page = pages.page(id);
        NeedsPage.Need now = of(page, need);
        return show(page, form.over(now), problems, now, model);
    }

    private static NeedsPage.Need of(NeedsPage page, UUID need) {
        return page.needs().stream().filter(found -> found.id().equals(need)).findFirst().orElseThrow(() -> new NotFound("need", need));
    }

    private static String saved(UUID id, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, "Saved.");
        return "redirect:/desk/cases/" + id + "/needs";
    }

    private static String show(NeedsPage page, NeedForm form, Problems problems, NeedsPage.@Nullable Need now, Model model) {
        List<NeedDomain> free = Stream.of(NeedDomain.values()).filter(domain -> page.needs().stream().noneMatch(need -> need.domain() == domain)).toList();
        model.addAttribute("page", new NeedPage(page.bar(), form, problems, now, free));
        return "casework/web/need";
    }
}
