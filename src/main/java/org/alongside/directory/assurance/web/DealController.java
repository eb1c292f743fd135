package org.alongside.directory.assurance.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.directory.Directory;
import org.alongside.directory.assurance.Assurers;
import org.alongside.directory.assurance.Suggestions;
import org.alongside.shared.RuleBroken;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What those who keep an entry do about what was said of it, and whom they ask. */
@Controller
@RequestMapping("/desk/directory/{id}")
class DealController {
    private final Suggestions suggestions;
    private final Assurers assurers;
    private final Directory directory;

    DealController(Suggestions suggestions, Assurers assurers, Directory directory) {
        this.directory = directory;
        this.suggestions = suggestions;
        this.assurers = assurers;
    }

    @PostMapping("/suggestions/{suggestion}")
    String deal(@PathVariable UUID id, @PathVariable UUID suggestion, @RequestParam(defaultValue = "") String used, Actor.Worker me, RedirectAttributes next) {
        suggestions.deal(id, suggestion, used.equals("yes"), me);
        next.addFlashAttribute(Frame.NOTICE, "Dealt with.");
        return directory.service(id).filter(listing -> listing.changedAt() == null).isPresent() ? "redirect:/desk/directory" : "redirect:/desk/directory/" + id;
    }

    @PostMapping("/assurer")
    String name(@PathVariable UUID id, @RequestParam(defaultValue = "") String email, Actor.Worker me, RedirectAttributes next) {
        try {
            assurers.name(id, email, me);
            next.addFlashAttribute(Frame.NOTICE, email.isBlank() ? "Nobody is asked by mail any more." : "From now on they are asked by mail, two weeks before the entry grows old.");
        } catch (RuleBroken wrong) {
            next.addFlashAttribute("assurer", email);
            next.addFlashAttribute("wrong", wrong.getMessage());
        }
        return "redirect:/desk/directory/" + id;
    }
}
