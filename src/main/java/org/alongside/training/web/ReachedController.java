package org.alongside.training.web;

import org.alongside.access.Actor;
import org.alongside.training.Reached;
import org.alongside.ui.DeskLink;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How many of each agency and team were trained; for commissioners, too. */
@Controller
class ReachedController {
    private final Reached reached;

    ReachedController(Reached reached) {
        this.reached = reached;
    }

    @Bean
    static DeskLink reachedLink() {
        return new DeskLink(65, "/desk/trained", "Who was trained", "TRAINER", "MANAGER", "COMMISSIONER");
    }

    @GetMapping("/desk/trained")
    String show(Actor.Worker me, Model model) {
        model.addAttribute("page", reached.shown(me));
        return "training/web/reached";
    }
}
