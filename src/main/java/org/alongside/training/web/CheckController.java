package org.alongside.training.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.shared.TwelveDigits;
import org.alongside.training.Attendances;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether a certificate is one of ours. */
@Controller
class CheckController {
    private final Attendances attendances;
    private final Limits limits;
    private final Network network;

    CheckController(Attendances attendances, Limits limits, Network network) {
        this.attendances = attendances;
        this.limits = limits;
        this.network = network;
    }

    @GetMapping("/training/certificates")
    String ask(Model model) {
        model.addAttribute("page", new CheckPage(false, null));
        return "training/web/check";
    }

    @PostMapping("/training/certificates")
    String look(@RequestParam(defaultValue = "") String code) {
        return "redirect:/training/certificates/" + TwelveDigits.read(code).orElse("0");
    }

    @GetMapping("/training/certificates/{code}")
    String found(@PathVariable String code, HttpServletRequest request, Model model) {
        // Safety: twelve digits are not guessed at this pace.
        boolean mayTry = limits.allow("training-check", network.of(request), 60, Duration.ofHours(1)) && limits.allow("training-check", "everywhere", 6000, Duration.ofHours(1));
        model.addAttribute("page", new CheckPage(true, mayTry ? attendances.check(code).orElse(null) : null));
        return "training/web/check";
    }
}
