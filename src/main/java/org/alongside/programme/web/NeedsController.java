package org.alongside.programme.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.programme.Enrolments;
import org.alongside.programme.Need;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a participant needs of a group. */
@Controller
@RequestMapping("/desk/cases/{id}/programme/needs")
class NeedsController {
    private final NeedsPages pages;
    private final Enrolments enrolments;

    NeedsController(NeedsPages pages, Enrolments enrolments) {
        this.pages = pages;
        this.enrolments = enrolments;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, null, new Problems(), model);
    }

    @PostMapping
    String ask(@PathVariable UUID id, NeedsForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        Need need = form.read(problems);
        if (!Typed.accepted(problems, "languages", () -> enrolments.ask(new CaseId(id), need, me))) return show(id, form, problems, model);
        next.addFlashAttribute(Frame.NOTICE, "Written down. Each offer of a place asks it.");
        return "redirect:/desk/cases/" + id + "/programme";
    }

    private String show(UUID id, @Nullable NeedsForm form, Problems problems, Model model) {
        model.addAttribute("page", pages.one(id, form, problems));
        return "programme/web/needs";
    }
}
