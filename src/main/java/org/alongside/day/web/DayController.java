package org.alongside.day.web;

import org.alongside.access.Actor;
import org.alongside.ui.DeskLink;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class DayController {
    private final DayPages pages;

    DayController(DayPages pages) {
        this.pages = pages;
    }

    @Bean
    static DeskLink dayLink() {
        return new DeskLink(15, "/desk/day", "My day", "SUPPORT_WORKER", "CHILDRENS_WORKER", "DUTY", "MANAGER", "SAFEGUARDING_LEAD", "FACILITATOR", "PARTNER_SUPPORT");
    }

    @GetMapping("/desk/day")
    String day(Actor.Worker me, Model model) {
        model.addAttribute("page", pages.day(me));
        return "day/web/day";
    }
}
