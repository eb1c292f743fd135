package org.alongside.audit.web;

import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.shared.Problems;
import org.alongside.ui.DeskLink;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The trail, for privacy and safeguarding leads. */
@Controller
class TrailController {
    private final TrailPages pages;

    TrailController(TrailPages pages) {
        this.pages = pages;
    }

    @Bean
    static DeskLink trailLink() {
        return new DeskLink(85, "/desk/audit", "Who looked", Role.PRIVACY_LEAD.name(), Role.SAFEGUARDING_LEAD.name());
    }

    @GetMapping("/desk/audit")
    String show(TrailFilter filter, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.show(me, filter));
        return "audit/web/trail";
    }

    /** The form's answer: back to an address that holds ids only, or the same page with what was wrong. */
    @PostMapping("/desk/audit")
    String filter(TrailFilter filter, Actor.Worker me, Model model) {
        Problems problems = new Problems();
        filter.read(problems);
        return problems.isEmpty() ? "redirect:" + filter.path(null) : show(filter, me, model);
    }
}
