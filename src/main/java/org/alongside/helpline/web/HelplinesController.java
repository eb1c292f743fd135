package org.alongside.helpline.web;

import org.alongside.helpline.Helplines;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every helpline, by whom it is for, and whether somebody answers now. */
@Controller
class HelplinesController {

    private final Helplines helplines;

    HelplinesController(Helplines helplines) {
        this.helplines = helplines;
    }

    @GetMapping("/helplines")
    String show(Model model) {
        model.addAttribute("page", new HelplinesPage(helplines.byGroup()));
        return "helpline/web/helplines";
    }
}
