package org.alongside.ui.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What this site can and cannot do to keep a visit private. */
@Controller
class SafetyController {
    @GetMapping("/about-this-site")
    String safety() {
        return "ui/web/safety";
    }
}
