package org.alongside.involvement.web;

import org.alongside.involvement.HeardWords;
import org.alongside.standards.Standards;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What survivors asked for and what was done, as anybody reads it. */
@Controller
@RequestMapping("/standards/heard")
class HeardController {
    private final HeardWords words;
    private final Standards standards;

    HeardController(HeardWords words, Standards standards) {
        this.words = words;
        this.standards = standards;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("page", new HeardPage(words.now(), standards));
        return "involvement/web/heard";
    }
}
