package org.alongside.incidents.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.incidents.Incidents;
import org.alongside.incidents.RepeatRules;
import org.alongside.incidents.ToldWhom;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was done to a client: written down, learnt more of, taken back; and what counts as a repeat. */
@Controller
class IncidentController {
    private final Incidents incidents;
    private final RepeatRules rules;
    private final IncidentsPages pages;

    IncidentController(Incidents incidents, RepeatRules rules, IncidentsPages pages) {
        this.incidents = incidents;
        this.rules = rules;
        this.pages = pages;
    }

    @GetMapping("/desk/cases/{id}/incidents")
    String all(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, null, null, null, new Problems(), me, model);
    }

    @PostMapping("/desk/cases/{id}/incidents")
    String record(@PathVariable UUID id, IncidentForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean kept = form.read(problems).filter(told -> Typed.accepted(problems, "happened", () -> incidents.record(new CaseId(id), told, me))).isPresent();
        return kept ? saved(id, "Written down. Think of the safety assessment: does the level still hold?", next) : show(id, form, null, null, problems, me, model);
    }

    @PostMapping("/desk/cases/{id}/incidents/{incident}")
    String learn(@PathVariable UUID id, @PathVariable UUID incident, @RequestParam(defaultValue = "") String by, @RequestParam(required = false) @Nullable List<String> told, Actor.Worker me, RedirectAttributes next) {
        incidents.learn(new CaseId(id), incident, IncidentForm.person(by), Typed.any(ToldWhom.class, told), me);
        return saved(id, "Written down.", next);
    }

    @PostMapping("/desk/cases/{id}/incidents/{incident}/withdrawal")
    String withdraw(@PathVariable UUID id, @PathVariable UUID incident, @RequestParam(defaultValue = "") String why, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String said = Typed.wordsNeeded(why, "why", "Say why it was a mistake", problems);
        if (!Typed.accepted(problems, "why", () -> incidents.withdraw(new CaseId(id), incident, said, me))) return show(id, null, incident, why, problems, me, model);
        return saved(id, "Taken back. It stays readable and counts no more.", next);
    }

    @GetMapping("/desk/repeat-rule")
    String rule(Actor.Worker me, Model model) {
        return rule(Map.of(), new Problems(), me, model);
    }

    @PostMapping("/desk/repeat-rule")
    String decide(@RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(RepeatRules.ROLES);
        Problems problems = new Problems();
        int months = number(typed, "months", "Enter a number of months from 1 to 60", problems), reports = number(typed, "reports", "Enter a number of reports from 2 to 20", problems);
        String why = Typed.wordsNeeded(typed.get("why"), "why", "Say who agreed this, and when", problems);
        if (!Typed.accepted(problems, "months", () -> rules.decide(Typed.version(typed.get("version")), months, reports, why, me))) return rule(typed, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Decided. What was worked out before names the version it was worked out by.");
        return "redirect:/desk/repeat-rule";
    }

    private static int number(Map<String, String> typed, String field, String wrong, Problems problems) {
        String number = typed.getOrDefault(field, "").strip();
        if (number.matches("\\d{1,2}")) return Integer.parseInt(number);
        problems.add(field, wrong);
        return 0;
    }

    private String rule(Map<String, String> typed, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.rule(typed, problems, me));
        return "incidents/web/rule";
    }

    private String show(UUID id, @Nullable IncidentForm form, @Nullable UUID refused, @Nullable String why, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.of(id, form, refused, why, problems, me));
        return "incidents/web/incidents";
    }

    private static String saved(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/cases/" + id + "/incidents";
    }
}
