package org.alongside.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.referral.Code;
import org.alongside.referral.Referrals;
import org.alongside.referral.Standing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says, for a number, how a referral stands: status words and nothing else. */
@Controller
class StatusController {
    private static final Code NOBODYS = new Code("000000000000");
    private final Referrals referrals;
    private final StatusCookie cookie;
    private final Limits limits;
    private final Network network;

    StatusController(Referrals referrals, StatusCookie cookie, Limits limits, Network network) {
        this.referrals = referrals;
        this.cookie = cookie;
        this.limits = limits;
        this.network = network;
    }

    @PostMapping("/refer/status")
    String ask(@RequestParam(defaultValue = "") String number, HttpServletRequest request, HttpServletResponse response) {
        // Safety: guessing is counted whether or not a guess is right, from one network and from everywhere together.
        boolean allowed = limits.allow("referral-status", network.of(request), 20, Duration.ofMinutes(15)) & limits.allow("referral-status", "everywhere", 600, Duration.ofMinutes(15));
        if (!allowed) return "redirect:/refer/status?busy";
        cookie.write(number, request, response);
        return "redirect:/refer/status";
    }

    @GetMapping("/refer/status")
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<String> typed = cookie.read(request);
        typed.ifPresent(number -> cookie.forget(request, response));
        model.addAttribute("page", StatusPage.of(typed.isPresent(), request.getParameterMap().containsKey("busy"), typed.flatMap(this::standing)));
        return "referral/web/status";
    }

    private Optional<Standing> standing(String typed) {
        // Safety: something that cannot be a number is looked up like one, so that the same work is done for every answer.
        Code code = Code.read(typed).orElse(NOBODYS);
        return Acting.as(new Actor.Holder(referrals.holderOf(code)), () -> Optional.ofNullable(referrals.status()));
    }
}
