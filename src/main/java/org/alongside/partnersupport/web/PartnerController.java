package org.alongside.partnersupport.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.partnersupport.Outcome;
import org.alongside.partnersupport.PartnerSupport;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Typed;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Partners of those who take part in a programme. */
@Controller
@RequestMapping("/desk/partners")
class PartnerController {
    private final PartnerSupport partners;
    private final PartnerPages pages;

    PartnerController(PartnerSupport partners, PartnerPages pages) {
        this.partners = partners;
        this.pages = pages;
    }

    @Bean
    static DeskLink partnersLink() {
        return new DeskLink(58, "/desk/partners", "Partner support", Stream.of(PartnerSupport.ROLES).map(Role::name).toArray(String[]::new)).only(Side.SUPPORT);
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        model.addAttribute("page", pages.all(me));
        return "partnersupport/web/partners";
    }

    @GetMapping("/{pair}")
    String one(@PathVariable UUID pair, Actor.Worker me, Model model) {
        return show(pair, Map.of(), new Problems(), me, model);
    }

    @PostMapping("/{pair}/taking")
    String take(@PathVariable UUID pair, Actor.Worker me, RedirectAttributes next) {
        partners.take(pair, me);
        return saved(pair, "You stand beside them from now on: what the programme tells reaches you first.", next);
    }

    @PostMapping("/{pair}/contacts")
    String tried(@PathVariable UUID pair, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        Outcome outcome = Typed.oneNeeded(Outcome.class, typed.get("outcome"), "outcome", "Choose what came of it", problems);
        String words = Typed.words(typed.get("words"), "words", problems);
        boolean written = Typed.accepted(problems, "outcome", () -> partners.tried(pair, Typed.id(typed.get("once")), outcome, words == null ? "" : words, me));
        return written ? saved(pair, "Written down.", next) : show(pair, typed, problems, me, model);
    }

    @PostMapping("/{pair}/case")
    String open(@PathVariable UUID pair, Actor.Worker me, RedirectAttributes next) {
        String id = partners.open(pair, me).id().toString();
        next.addFlashAttribute(Frame.NOTICE, "This is their case. Ask about safe contact before anything else.");
        return "redirect:/desk/cases/" + id;
    }

    @PostMapping("/{pair}/link")
    String link(@PathVariable UUID pair, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String number = Typed.wordsNeeded(typed.get("number"), "number", "Enter the number of the case", problems);
        return Typed.accepted(problems, "number", () -> partners.link(pair, number, me)) ? saved(pair, "Their case is linked. What we do here stands on its timeline.", next) : show(pair, typed, problems, me, model);
    }

    private String show(UUID pair, Map<String, String> typed, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(pair, Typed.id(typed.get("once")), typed, problems, me));
        return "partnersupport/web/partner";
    }

    private static String saved(UUID pair, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:" + PartnerSupport.path(pair);
    }
}
