package org.alongside.programme.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.programme.Breach;
import org.alongside.programme.Breaches;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The agreement was not kept. */
@Controller
@RequestMapping("/desk/cases/{id}/programme/breaches")
class BreachController {
    private final Breaches breaches;
    private final ParticipantPages pages;

    BreachController(Breaches breaches, ParticipantPages pages) {
        this.breaches = breaches;
        this.pages = pages;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, Map.of(), TypedDate.NONE, new Problems(), model);
    }

    @PostMapping
    String write(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        TypedDate on = new TypedDate(typed.get("on.day"), typed.get("on.month"), typed.get("on.year"));
        LocalDate day = on.needed("on", "Enter the day it happened", problems).orElse(null);
        Breach.Kind kind = Typed.oneNeeded(Breach.Kind.class, typed.get("kind"), "kind", "Choose what happened", problems);
        Breach.Follows follows = Typed.oneNeeded(Breach.Follows.class, typed.get("follows"), "follows", "Choose what follows", problems);
        String words = Typed.wordsNeeded(typed.get("words"), "words", "Write what happened, and what you agreed", problems), danger = Typed.words(typed.get("danger"), "danger", problems);
        boolean written = Typed.accepted(problems, "danger", () -> breaches.write(new CaseId(id), new Breaches.NewBreach(Typed.id(typed.get("once")), day, kind, follows, words, danger == null ? "" : danger), me));
        if (!written) return show(id, typed, on, problems, model);
        next.addFlashAttribute(Frame.NOTICE, danger == null ? "Written down." : "Written down, and partner support is told.");
        return "redirect:/desk/cases/" + id + "/programme/breaches";
    }

    private String show(UUID id, Map<String, String> typed, TypedDate on, Problems problems, Model model) {
        model.addAttribute("page", pages.breaches(id, typed, on, problems));
        return "programme/web/breaches";
    }
}
