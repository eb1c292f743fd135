package org.alongside.programme.web;

import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.programme.NonAssociations;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom a participant must not be in one group with. */
@Controller
@RequestMapping("/desk/cases/{id}/apart")
class ApartController {
    private final NonAssociations apart;
    private final Cases cases;
    private final ApartPages pages;

    ApartController(NonAssociations apart, Cases cases, ApartPages pages) {
        this.apart = apart;
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping
    String all(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, Map.of(), new Problems(), me, model);
    }

    @PostMapping
    String write(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String number = Typed.wordsNeeded(typed.get("other"), "other", "Enter the number of the other case", problems), words = Typed.wordsNeeded(typed.get("words"), "words", "Say why they must not meet", problems), why = Typed.words(typed.get("why"), "why", problems);
        // Safety: the number of a case of the other side, of another service, or that this worker is kept apart from, is no number at all.
        CaseId other = number == null ? null : cases.numbered(number).filter(found -> pages.isHere(found, me)).orElse(null);
        if (number != null && other == null) problems.add("other", "There is no participant with this number. Ask whoever gave it to you.");
        NonAssociations.Stops stops = Typed.one(NonAssociations.Stops.class, typed.get("stops"));
        boolean written = Typed.accepted(problems, "stops", () -> apart.write(new CaseId(id), new NonAssociations.Written(Typed.id(typed.get("once")), other, words, stops, why == null ? "" : why), me));
        return written ? saved(id, "Written down. No group has both from now on.", next) : show(id, typed, problems, me, model);
    }

    @PostMapping("/end")
    String end(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String which = Typed.wordsNeeded(typed.get("which"), "which", "Choose with whom they may be in one group again", problems), words = Typed.wordsNeeded(typed.get("ended"), "ended", "Say why they may meet again", problems);
        return Typed.accepted(problems, "which", () -> apart.end(new CaseId(id), Typed.id(which), words, me)) ? saved(id, "They may be in one group again.", next) : show(id, typed, problems, me, model);
    }

    private String show(UUID id, Map<String, String> typed, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.all(id, Typed.id(typed.get("once")), typed, problems, me));
        return "programme/web/apart";
    }

    private static String saved(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/cases/" + id + "/apart";
    }
}
