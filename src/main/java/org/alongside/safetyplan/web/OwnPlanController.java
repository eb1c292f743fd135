package org.alongside.safetyplan.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A page on which anyone may write a plan of their own. It is read only: nothing typed there ever comes here. */
@Controller
class OwnPlanController {
    @GetMapping("/plan")
    String show() {
        return "safetyplan/web/own";
    }
}
