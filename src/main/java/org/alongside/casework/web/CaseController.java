package org.alongside.casework.web;

import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CaseController {
    private final Cases cases;
    private final CasesPages lists;
    private final CasePages pages;
    private final TimelinePages timeline;

    CaseController(Cases cases, CasesPages lists, CasePages pages, TimelinePages timeline) {
        this.cases = cases;
        this.lists = lists;
        this.pages = pages;
        this.timeline = timeline;
    }

    @GetMapping("/desk/cases")
    String list(@RequestParam(required = false) @Nullable String list, @RequestParam(required = false) @Nullable String before, Actor.Worker me, Model model) {
        return list(list, before, "", new Problems(), me, model);
    }

    /** By POST, so that the number stays in no address and no history. */
    @PostMapping("/desk/cases")
    String numbered(@RequestParam(required = false) @Nullable String number, Actor.Worker me, Model model) {
        CaseRoles.mustBeHeldBy(me);
        String typed = number == null ? "" : number;
        Optional<CaseId> found = cases.numbered(typed);
        if (found.isPresent()) return "redirect:/desk/cases/" + found.get().id();
        Problems problems = new Problems();
        problems.add("number", typed.isBlank() ? "Enter the number of the case" : "There is no case of this number here. It has eight signs, such as 2F7K-9QRT");
        return list(null, null, typed, problems, me, model);
    }

    private String list(@Nullable String list, @Nullable String before, String number, Problems problems, Actor.Worker me, Model model) {
        CaseRoles.mustBeHeldBy(me);
        model.addAttribute("page", lists.page(CasesPage.List.of(list), before, me));
        model.addAttribute("number", number);
        model.addAttribute("problems", problems);
        return "casework/web/cases";
    }

    @GetMapping("/desk/cases/{id}")
    String show(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.page(id));
        return "casework/web/case";
    }

    @GetMapping("/desk/cases/{id}/timeline")
    String timeline(@PathVariable UUID id, @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String before, Actor.Worker me, Model model) {
        model.addAttribute("page", timeline.page(id, Typed.one(MomentKind.class, kind), before));
        return "casework/web/timeline";
    }
}
