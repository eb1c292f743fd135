package org.alongside.casework.web;

import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.casework.CaseRoles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class CaseloadController {
    private final CaseloadsPages pages;

    CaseloadController(CaseloadsPages pages) {
        this.pages = pages;
    }

    @GetMapping("/desk/caseloads")
    String show(Actor.Worker me, Model model) {
        CaseRoles.mustBeHeldBy(me);
        me.mustBe(Role.MANAGER);
        model.addAttribute("page", pages.page(me));
        return "casework/web/caseloads";
    }
}
