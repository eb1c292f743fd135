package org.alongside.casework.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Weights;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who carries how much, and how much a case weighs. */
@Controller
@RequestMapping("/desk/caseloads")
class CaseloadController {
    private final CaseloadsPages pages;
    private final Weights weights;

    CaseloadController(CaseloadsPages pages, Weights weights) {
        this.pages = pages;
        this.weights = weights;
    }

    @GetMapping
    String show(Actor.Worker me, Model model) {
        return show(null, new Problems(), me, model);
    }

    @PostMapping
    String decide(@RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Role.MANAGER);
        if (me.side() == null) throw new NotFound();
        Problems problems = new Problems();
        Map<String, Integer> decided = new LinkedHashMap<>();
        weights.all(me.side()).keySet().forEach(kind -> {
            String field = "weight-" + kind, number = typed.getOrDefault(field, "").strip();
            if (number.matches("\\d{1,2}") && Integer.parseInt(number) <= Weights.MOST) decided.put(kind, Integer.parseInt(number));
            else problems.add(field, "Enter a whole number from 0 to 20");
        });
        if (!Typed.accepted(problems, "weight-" + Weights.SCREENING, () -> weights.decide(decided, me))) return show(typed, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Decided. The list is weighed anew.");
        return "redirect:/desk/caseloads";
    }

    private String show(@Nullable Map<String, String> typed, Problems problems, Actor.Worker me, Model model) {
        CaseRoles.mustBeHeldBy(me);
        me.mustBe(Role.MANAGER);
        model.addAttribute("page", pages.page(typed, problems, me));
        return "casework/web/caseloads";
    }
}
