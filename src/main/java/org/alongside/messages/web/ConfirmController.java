package org.alongside.messages.web;

import org.alongside.messages.Confirmations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page a link in a mail leads to. Opening it does nothing, because programs that check mail open links too; the button confirms. */
@Controller
class ConfirmController {
    private final Confirmations confirmations;

    ConfirmController(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @GetMapping("/confirm/{token}")
    String ask(@PathVariable String token, Model model) {
        // Safety: the same page for every token, so that trying tokens tells nothing.
        model.addAttribute("page", new ConfirmPage("/confirm/" + token, "question"));
        return "messages/web/confirm";
    }

    @PostMapping("/confirm/{token}")
    String confirm(@PathVariable String token) {
        return confirmations.confirm(token) ? "redirect:/confirmed" : "redirect:/confirm-again";
    }

    @GetMapping("/confirmed")
    String done(Model model) {
        model.addAttribute("page", new ConfirmPage("", "done"));
        return "messages/web/confirm";
    }

    @GetMapping("/confirm-again")
    String gone(Model model) {
        model.addAttribute("page", new ConfirmPage("", "gone"));
        return "messages/web/confirm";
    }
}
