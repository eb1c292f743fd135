package org.alongside.people.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.people.OtherNames;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The other names of a person. */
@Controller
@RequestMapping("/desk/people/{id}/names")
class NamesController {
    private static final int LONGEST = 200;
    private final OtherNames names;
    private final PersonPages pages;

    NamesController(OtherNames names, PersonPages pages) {
        this.names = names;
        this.pages = pages;
    }

    @GetMapping
    String all(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, UUID.randomUUID().toString(), "", "", new Problems(), model);
    }

    @PostMapping
    String add(@PathVariable UUID id, @RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String given, @RequestParam(defaultValue = "") String family, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String first = Typed.wordsNeeded(given, "given", "Enter the given name", problems), last = Typed.wordsNeeded(family, "family", "Enter the family name", problems);
        if (given.length() > LONGEST) problems.add("given", "Write no more than 200 characters");
        if (family.length() > LONGEST) problems.add("family", "Write no more than 200 characters");
        if (!Typed.accepted(problems, "given", () -> names.add(new PersonId(id), Typed.id(once), first, last, me))) return show(id, once, given, family, problems, model);
        next.addFlashAttribute(Frame.NOTICE, "Added. Searching for this name finds them now.");
        return "redirect:/desk/people/" + id + "/names";
    }

    @PostMapping("/{name}/removal")
    String remove(@PathVariable UUID id, @PathVariable UUID name, Actor.Worker me, RedirectAttributes next) {
        names.remove(new PersonId(id), name, me);
        next.addFlashAttribute(Frame.NOTICE, "Taken away.");
        return "redirect:/desk/people/" + id + "/names";
    }

    private String show(UUID id, String once, String given, String family, Problems problems, Model model) {
        model.addAttribute("page", pages.names(new PersonId(id), once, given, family, problems));
        return "people/web/names";
    }
}
