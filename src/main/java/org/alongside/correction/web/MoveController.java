package org.alongside.correction.web;

import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.correction.Corrections;
import org.alongside.people.PersonId;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody stands on the wrong side of the wall. */
@Controller
@RequestMapping("/desk/people/{id}/correction")
class MoveController {
    private final Corrections corrections;
    private final MovePages pages;

    MoveController(Corrections corrections, MovePages pages) {
        this.corrections = corrections;
        this.pages = pages;
    }

    @GetMapping
    String ask(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.page(new PersonId(id), MoveForm.empty(), new Problems(), me));
        return "correction/web/move";
    }

    @PostMapping
    String move(@PathVariable UUID id, MoveForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        UUID move = Typed.id(form.once());
        Optional<Corrections.Said> said = form.read(problems);
        if (!Typed.accepted(problems, "why", () -> corrections.move(new PersonId(id), move, said.orElseThrow(), me))) {
            model.addAttribute("page", pages.page(new PersonId(id), form, problems, me));
            return "correction/web/move";
        }
        next.addFlashAttribute(Frame.NOTICE, "Moved. It is closed here; the leads of the other side were told, and take them on or say no.");
        return "redirect:/desk/corrections/" + move;
    }
}
