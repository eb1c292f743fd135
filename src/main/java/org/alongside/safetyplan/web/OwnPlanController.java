package org.alongside.safetyplan.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A page on which anyone may write a plan of their own. It is read only: nothing typed there ever comes here. */
@Controller
class OwnPlanController {
    /** @param easy whether it is shown, and printed, in Easy Read */
    @GetMapping("/plan")
    String show(@RequestParam(defaultValue = "") String easy, Model model) {
        model.addAttribute("easy", easy.equals("yes"));
        return "safetyplan/web/own";
    }
}
