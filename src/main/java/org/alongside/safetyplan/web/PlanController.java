package org.alongside.safetyplan.web;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.disclosure.Allowed;
import org.alongside.organisations.Organisations;
import org.alongside.safetyplan.PlanSection;
import org.alongside.safetyplan.SafetyPlans;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Agreed plans: reading one, setting two side by side, printing one for the client. */
@Controller
@RequestMapping("/desk/cases/{id}/plan")
class PlanController {
    private final SafetyPlans plans;
    private final PlanPages pages;
    private final Organisations organisations;
    private final Words words;

    PlanController(SafetyPlans plans, PlanPages pages, Organisations organisations, Words words) {
        this.plans = plans;
        this.pages = pages;
        this.organisations = organisations;
        this.words = words;
    }

    @GetMapping
    String newest(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.show(id, null, null, me, new Problems()));
        return "safetyplan/web/plan";
    }

    @GetMapping("/{number:\\d{1,9}}")
    String one(@PathVariable UUID id, @PathVariable int number, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.show(id, number, null, me, new Problems()));
        return "safetyplan/web/plan";
    }

    @GetMapping("/{number:\\d{1,9}}/beside/{other:\\d{1,9}}")
    String two(@PathVariable UUID id, @PathVariable int number, @PathVariable int other, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.show(id, number, other, me, new Problems()));
        return "safetyplan/web/comparison";
    }

    @GetMapping("/{number:\\d{1,9}}/paper")
    String beforePrinting(@PathVariable UUID id, @PathVariable int number, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.show(id, number, null, me, new Problems()));
        return "safetyplan/web/before-printing";
    }

    @PostMapping("/{number:\\d{1,9}}/paper")
    String print(@PathVariable UUID id, @PathVariable int number, @RequestParam(defaultValue = "") String safe, @RequestParam(defaultValue = "") String print, @RequestParam(defaultValue = "") String named,
            Actor.Worker me, Model model) {
        boolean easy = print.equals("easy");
        Map<PlanSection, String> headings = headings(easy ? "easy" : "title");
        try {
            Allowed allowed = plans.print(new CaseId(id), number, safe.equals("yes"), named.equals("yes"), headings, organisations.nameOf(me.organisation()).orElse(""), me);
            model.addAttribute("allowed", allowed);
            model.addAttribute("large", print.equals("large"));
            model.addAttribute("easy", easy ? headings.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)) : Map.of());
            model.addAttribute("back", "/desk/cases/" + id + "/plan/" + number);
            return "safetyplan/web/paper";
        } catch (RuleBroken refused) {
            Problems problems = new Problems();
            problems.add("safe", String.valueOf(refused.getMessage()));
            model.addAttribute("page", pages.show(id, number, null, me, problems));
            model.addAttribute("print", print);
            return "safetyplan/web/before-printing";
        }
    }

    private Map<PlanSection, String> headings(String kind) {
        Map<PlanSection, String> headings = new EnumMap<>(PlanSection.class);
        for (PlanSection section : PlanSection.values()) headings.put(section, words.say(Locale.UK, section.words(kind)));
        return headings;
    }
}
