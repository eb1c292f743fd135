package org.alongside.programme.web;

import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.crossing.Crossing.Direction;
import org.alongside.crossing.Crossing.Kind;
import org.alongside.people.PersonId;
import org.alongside.programme.Partners;
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

/** The partners of a participant, and what partner support is told about danger. */
@Controller
@RequestMapping("/desk/cases/{id}/partners")
class PartnersController {
    private static final String SOMEBODY_NEW = "new";
    private final Partners partners;
    private final PartnersPages pages;

    PartnersController(Partners partners, PartnersPages pages) {
        this.partners = partners;
        this.pages = pages;
    }

    @GetMapping
    String all(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, Map.of(), new Problems(), me, model);
    }

    @PostMapping
    String name(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String who = typed.getOrDefault("who", SOMEBODY_NEW);
        PersonId known = who.isBlank() || who.equals(SOMEBODY_NEW) ? null : new PersonId(Typed.id(who));
        String given = line(typed.get("given"), "given", problems), family = line(typed.get("family"), "family", problems);
        if (known == null && given.isEmpty() && family.isEmpty()) problems.add("given", "Enter a name, or what they are called");
        Kind kind = Typed.oneNeeded(Kind.class, typed.get("kind"), "kind", "Choose what they are to each other", problems);
        String reach = Typed.words(typed.get("reach"), "reach", problems);
        boolean named = Typed.accepted(problems, "given", () -> partners.name(new CaseId(id), new Partners.Named(Typed.id(typed.get("once")), known, given, family, kind, reach == null ? "" : reach), me));
        return named ? saved(id, "Partner support knows of them now.", next) : show(id, typed, problems, me, model);
    }

    @PostMapping("/nobody")
    String nobody(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String words = Typed.wordsNeeded(typed.get("nobody"), "nobody", "Say who was asked, and why there is nobody", problems);
        return Typed.accepted(problems, "nobody", () -> partners.nobody(new CaseId(id), words, me)) ? saved(id, "Written down. A manager or a lead has to agree.", next) : show(id, typed, problems, me, model);
    }

    @PostMapping("/nobody/agreed")
    String agree(@PathVariable UUID id, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        return Typed.accepted(problems, "agree", () -> partners.agree(new CaseId(id), me)) ? saved(id, "You agreed.", next) : show(id, Map.of(), problems, me, model);
    }

    @PostMapping("/danger")
    String danger(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        Direction direction = Typed.oneNeeded(Direction.class, typed.get("direction"), "direction", "Choose one", problems);
        String words = Typed.wordsNeeded(typed.get("danger"), "danger", "Say what changed", problems);
        return Typed.accepted(problems, "danger", () -> partners.danger(new CaseId(id), direction, words, me)) ? saved(id, "Partner support was told.", next) : show(id, typed, problems, me, model);
    }

    private static String line(String typed, String field, Problems problems) {
        String name = typed == null ? "" : typed.strip();
        if (name.length() > 100) problems.add(field, "Write no more than 100 characters");
        return name;
    }

    private String show(UUID id, Map<String, String> typed, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.all(id, Typed.id(typed.get("once")), typed, problems, me));
        return "programme/web/partners";
    }

    private static String saved(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/cases/" + id + "/partners";
    }
}
