package org.alongside.retention.web;

import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.people.PersonId;
import org.alongside.retention.Erasures;
import org.alongside.retention.ErasureReason;
import org.alongside.retention.HoldReason;
import org.alongside.retention.Holds;
import org.alongside.retention.KeptKind;
import org.alongside.retention.Rules;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long what is kept, what must stay, and what goes. */
@Controller
class KeepingController {
    private final Rules rules;
    private final Holds holds;
    private final Erasures erasures;
    private final KeepingPages pages;

    KeepingController(Rules rules, Holds holds, Erasures erasures, KeepingPages pages) {
        this.rules = rules;
        this.holds = holds;
        this.erasures = erasures;
        this.pages = pages;
    }

    @Bean
    static DeskLink keepingLink() {
        return new DeskLink(86, "/desk/keeping", "Keeping and erasing", Role.PRIVACY_LEAD.name(), Role.SAFEGUARDING_LEAD.name(), Role.MANAGER.name());
    }

    @GetMapping("/desk/keeping")
    String all(Actor.Worker me, Model model) {
        return all(null, Map.of(), new Problems(), me, model);
    }

    @PostMapping("/desk/keeping/rules")
    String decide(@RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        KeptKind kind = Typed.one(KeptKind.class, typed.get("kind"));
        if (kind == null) throw new NotFound();
        Problems problems = new Problems();
        String months = typed.getOrDefault("months", "").strip();
        if (!months.matches("\\d{1,3}")) problems.add("months", "Enter a number of months from 1 to 600");
        String why = Typed.wordsNeeded(typed.get("why"), "why", "Say why it is needed for so long, and no longer", problems);
        if (!Typed.accepted(problems, "months", () -> rules.decide(kind, Integer.parseInt(months), why, me))) return all(kind, typed, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Decided.");
        return "redirect:/desk/keeping";
    }

    @GetMapping("/desk/people/{id}/keeping")
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        return one(new PersonId(id), Map.of(), new Problems(), me, model);
    }

    @PostMapping("/desk/people/{id}/keeping/holds")
    String hold(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        HoldReason reason = Typed.oneNeeded(HoldReason.class, typed.get("reason"), "reason", "Choose why it must stay", problems);
        String words = Typed.wordsNeeded(typed.get("words"), "words", "Say what it is needed for", problems);
        PersonId person = new PersonId(id);
        return done(person, typed, problems, "reason", () -> holds.place(Typed.id(typed.get("once")), person, reason, words, me), "Held from now on. Somebody else should look at it by tomorrow.", me, model, next);
    }

    @PostMapping("/desk/keeping/holds/{hold}/second")
    String second(@PathVariable UUID hold, Actor.Worker me, Model model, RedirectAttributes next) {
        return done(holds.one(hold).person(), Map.of(), new Problems(), "hold", () -> holds.second(hold, me), "Looked at.", me, model, next);
    }

    @PostMapping("/desk/keeping/holds/{hold}/lifting")
    String lift(@PathVariable UUID hold, Actor.Worker me, Model model, RedirectAttributes next) {
        boolean asked = holds.one(hold).liftAskedBy() != null;
        return done(holds.one(hold).person(), Map.of(), new Problems(), "hold", () -> holds.lift(hold, me), asked ? "Let go. Its clock counts again." : "Asked. Somebody else must agree.", me, model, next);
    }

    @PostMapping("/desk/keeping/holds/{hold}/staying")
    String keep(@PathVariable UUID hold, Actor.Worker me, Model model, RedirectAttributes next) {
        return done(holds.one(hold).person(), Map.of(), new Problems(), "hold", () -> holds.keep(hold, me), "It stays.", me, model, next);
    }

    @PostMapping("/desk/people/{id}/keeping/erasure")
    String ask(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        ErasureReason why = Typed.oneNeeded(ErasureReason.class, typed.get("why"), "why", "Choose why it is to go", problems);
        String words = Typed.wordsNeeded(typed.get("erasureWords"), "erasureWords", "Say how you made sure", problems);
        PersonId person = new PersonId(id);
        return done(person, typed, problems, "why", () -> erasures.ask(Typed.id(typed.get("once")), person, why, words, me), "Asked. Somebody else must agree before anything is erased.", me, model, next);
    }

    @PostMapping("/desk/keeping/erasures/{erasure}/agreement")
    String agree(@PathVariable UUID erasure, Actor.Worker me, Model model, RedirectAttributes next) {
        PersonId person = erasures.one(erasure, me).person();
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "erasure", () -> erasures.agree(erasure, me))) return one(person, Map.of(), problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Agreed. In a moment the file is gone.");
        return "redirect:/desk/keeping";
    }

    @PostMapping("/desk/keeping/erasures/{erasure}/refusal")
    String refuse(@PathVariable UUID erasure, Actor.Worker me, Model model, RedirectAttributes next) {
        return done(erasures.one(erasure, me).person(), Map.of(), new Problems(), "erasure", () -> erasures.refuse(erasure, me), "It stays.", me, model, next);
    }

    private String all(KeptKind kind, Map<String, String> typed, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.all(kind, typed, problems, me));
        return "retention/web/keeping";
    }

    private String one(PersonId person, Map<String, String> typed, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(person, typed, problems, me));
        return "retention/web/file";
    }

    private String done(PersonId person, Map<String, String> typed, Problems problems, String field, Runnable verb, String notice, Actor.Worker me, Model model, RedirectAttributes next) {
        if (!Typed.accepted(problems, field, verb)) return one(person, typed, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/people/" + person.id() + "/keeping";
    }
}
