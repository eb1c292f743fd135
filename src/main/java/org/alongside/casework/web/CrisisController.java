package org.alongside.casework.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Crises;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class CrisisController {
    private final Crises crises;
    private final CrisisPages pages;
    private final CaseBars bars;

    CrisisController(Crises crises, CrisisPages pages, CaseBars bars) {
        this.crises = crises;
        this.pages = pages;
        this.bars = bars;
    }

    @GetMapping("/desk/cases/{id}/crises/new")
    String make(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, CrisisForm.empty(), new Problems(), model);
    }

    @PostMapping("/desk/cases/{id}/crises")
    String record(@PathVariable UUID id, CrisisForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        var crisis = form.read(problems);
        boolean recorded = crisis.filter(read -> Typed.accepted(problems, "what", () -> crises.record(new CaseId(id), read, me))).isPresent();
        if (!recorded) return show(id, form, problems, model);
        next.addFlashAttribute(Frame.NOTICE, "The crisis is written down. Add the rest when there is time.");
        return "redirect:/desk/cases/" + id + "/crises/" + crisis.get().id();
    }

    @GetMapping("/desk/cases/{id}/crises/{crisis}")
    String one(@PathVariable UUID id, @PathVariable UUID crisis, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.page(id, crisis, CrisisDetailsForm.empty(), new Problems()));
        return "casework/web/crisisdetails";
    }

    @PostMapping("/desk/cases/{id}/crises/{crisis}/details")
    String details(@PathVariable UUID id, @PathVariable UUID crisis, CrisisDetailsForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean told = form.read(problems).filter(words -> Typed.accepted(problems, "words", () -> crises.tellMore(new CaseId(id), crisis, Typed.id(form.once()), words, me))).isPresent();
        if (!told) {
            model.addAttribute("page", pages.page(id, crisis, form, problems));
            return "casework/web/crisisdetails";
        }
        next.addFlashAttribute(Frame.NOTICE, "Saved.");
        return "redirect:/desk/cases/" + id + "/timeline?kind=CRISIS";
    }

    private String show(UUID id, CrisisForm form, Problems problems, Model model) {
        model.addAttribute("page", new FormPage<>(bars.look(id), form, problems));
        return "casework/web/crisis";
    }
}
