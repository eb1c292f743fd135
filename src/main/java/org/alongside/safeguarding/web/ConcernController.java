package org.alongside.safeguarding.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.safeguarding.Concerns;
import org.alongside.safeguarding.Decision;
import org.alongside.safeguarding.Told;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
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

@Controller
class ConcernController {
    private final Concerns concerns;
    private final ConcernPages pages;
    private final Clock clock;

    ConcernController(Concerns concerns, ConcernPages pages, Clock clock) {
        this.concerns = concerns;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    static DeskLink concernsLink() {
        return new DeskLink(66, "/desk/concerns", "Safeguarding", "SAFEGUARDING_LEAD", "MANAGER", "DUTY", "CHILDRENS_WORKER");
    }

    @GetMapping("/desk/concerns")
    String open(Actor.Worker me, Model model) {
        model.addAttribute("page", pages.open(me));
        return "safeguarding/web/open";
    }

    @GetMapping("/desk/cases/{id}/concerns")
    String all(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.all(id));
        return "safeguarding/web/concerns";
    }

    @GetMapping("/desk/cases/{id}/concerns/new")
    String make(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.add(id, ConcernForm.empty(), new Problems()));
        return "safeguarding/web/newconcern";
    }

    @PostMapping("/desk/cases/{id}/concerns")
    String raise(@PathVariable UUID id, ConcernForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        UUID concern = Typed.id(form.once());
        boolean raised = form.read(problems).filter(read -> Typed.accepted(problems, "person", () -> concerns.raise(new CaseId(id), concern, read.about(), read.person(), read.words(), read.urgent(), me))).isPresent();
        if (raised) return saved(id, concern, "Raised. The safeguarding lead was told that something waits.", next);
        model.addAttribute("page", pages.add(id, form, problems));
        return "safeguarding/web/newconcern";
    }

    @GetMapping("/desk/cases/{id}/concerns/{concern}")
    String one(@PathVariable UUID id, @PathVariable UUID concern, Actor.Worker me, Model model) {
        return show(id, concern, Map.of(), new Problems(), me, model);
    }

    @PostMapping("/desk/cases/{id}/concerns/{concern}/decision")
    String decide(@PathVariable UUID id, @PathVariable UUID concern, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        Decision decision = Typed.oneNeeded(Decision.class, typed.get("decision"), "decision", "Choose what is to happen", problems);
        String why = Typed.wordsNeeded(typed.get("why"), "why", "Say why", problems);
        return Typed.accepted(problems, "decision", () -> concerns.decide(new CaseId(id), concern, decision, why, me)) ? saved(id, concern, "Decided.", next) : show(id, concern, typed, problems, me, model);
    }

    @PostMapping("/desk/cases/{id}/concerns/{concern}/referral")
    String refer(@PathVariable UUID id, @PathVariable UUID concern, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String to = Typed.wordsNeeded(typed.get("to"), "to", "Say to whom, and their reference", problems);
        TypedDate day = new TypedDate(typed.get("on.day"), typed.get("on.month"), typed.get("on.year"));
        LocalDate on = day.read("on", problems).orElse(null);
        if (on == null && day.isBlank() || on != null && on.isAfter(Times.day(clock.instant()))) problems.add("on", "Enter the day: today, or before");
        Told told = Typed.oneNeeded(Told.class, typed.get("told"), "told", "Say whether they were told", problems);
        return Typed.accepted(problems, "to", () -> concerns.refer(new CaseId(id), concern, to, on, told, me)) ? saved(id, concern, "Written down: referred.", next) : show(id, concern, typed, problems, me, model);
    }

    @PostMapping("/desk/cases/{id}/concerns/{concern}/outcome")
    String end(@PathVariable UUID id, @PathVariable UUID concern, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String outcome = Typed.wordsNeeded(typed.get("outcome"), "outcome", "Say what came of it", problems);
        return Typed.accepted(problems, "outcome", () -> concerns.end(new CaseId(id), concern, outcome, me)) ? saved(id, concern, "Written down. This concern has ended.", next) : show(id, concern, typed, problems, me, model);
    }

    private String show(UUID id, UUID concern, Map<String, String> typed, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(id, concern, typed, problems, me));
        return "safeguarding/web/concern";
    }

    private static String saved(UUID id, UUID concern, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/cases/" + id + "/concerns/" + concern;
    }
}
