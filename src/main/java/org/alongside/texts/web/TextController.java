package org.alongside.texts.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.texts.Texts;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Texts to the client of a case. */
@Controller
@RequestMapping("/desk/cases/{id}/texts")
class TextController {
    private final Texts texts;
    private final TextPages pages;

    TextController(Texts texts, TextPages pages) {
        this.texts = texts;
        this.pages = pages;
    }

    /** @param phrase the number of one of our phrases to begin with */
    @GetMapping
    String all(@PathVariable UUID id, @RequestParam(defaultValue = "-1") int phrase, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.of(id, UUID.randomUUID().toString(), phrase >= 0 && phrase < Texts.PHRASES.size() ? Texts.PHRASES.get(phrase) : "", new Problems()));
        return "texts/web/texts";
    }

    @PostMapping
    String send(@PathVariable UUID id, @RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String words, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "words", () -> texts.send(new CaseId(id), Typed.id(once), words, me))) {
            model.addAttribute("page", pages.of(id, once, words, problems));
            return "texts/web/texts";
        }
        next.addFlashAttribute(Frame.NOTICE, "It leaves in a moment, if a text is still safe then. It stands in the log.");
        return "redirect:/desk/cases/" + id + "/texts";
    }
}
