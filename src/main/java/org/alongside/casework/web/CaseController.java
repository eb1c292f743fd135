package org.alongside.casework.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.MomentKind;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CaseController {
    private final CasesPages lists;
    private final CasePages pages;
    private final TimelinePages timeline;

    CaseController(CasesPages lists, CasePages pages, TimelinePages timeline) {
        this.lists = lists;
        this.pages = pages;
        this.timeline = timeline;
    }

    @GetMapping("/desk/cases")
    String list(@RequestParam(required = false) @Nullable String list, @RequestParam(required = false) @Nullable String before, Actor.Worker me, Model model) {
        CaseRoles.mustBeHeldBy(me);
        model.addAttribute("page", lists.page(CasesPage.List.of(list), before, me));
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
