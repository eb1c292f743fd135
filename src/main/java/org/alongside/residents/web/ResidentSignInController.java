package org.alongside.residents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.residents.ResidentAtTheDoor;
import org.alongside.residents.ResidentSessions;
import org.alongside.residents.Residents;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
@RequestMapping(Door.ACCOUNT)
class ResidentSignInController {
    private final ResidentSessions sessions;
    private final Residents residents;
    private final ResidentAtTheDoor atTheDoor;
    private final ResidentCookie session;
    private final CarriedCookie cookie;
    private final Limits limits;
    private final Network network;

    ResidentSignInController(ResidentSessions sessions, Residents residents, ResidentAtTheDoor atTheDoor, ResidentCookie session, CarriedCookie cookie, Limits limits, Network network) {
        this.sessions = sessions;
        this.residents = residents;
        this.atTheDoor = atTheDoor;
        this.session = session;
        this.cookie = cookie;
        this.limits = limits;
        this.network = network;
    }

    @GetMapping("/sign-in")
    String form(@RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        String to = Door.after(query.get("to"));
        if (atTheDoor.of(request).isPresent()) return "redirect:" + to;
        Carried carried = query.containsKey("again") ? cookie.read(request).orElse(Carried.NOTHING) : Carried.NOTHING;
        model.addAttribute("page", ResidentPage.of(carried, "", to, false));
        return "residents/web/signin";
    }

    @PostMapping("/sign-in")
    String signIn(AccountForm form, HttpServletRequest request, HttpServletResponse response) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (form.address().isEmpty()) wrong.put("email", "residents.email-missing");
        if (form.secret().isEmpty()) wrong.put("password", "residents.password.missing");
        Optional<String> token = wrong.isEmpty() && mayTry(request) ? sessions.with(form.address(), form.secret(), network.of(request)) : Optional.empty();
        if (token.isPresent()) {
            session.begin(token.get(), request, response);
            cookie.forget(request, response);
            return "redirect:" + Door.after(form.to());
        }
        // Safety: the same words for a wrong password, an address nobody has confirmed or that nobody has, and too many tries.
        if (wrong.isEmpty()) wrong.put("email", "residents.sign-in.wrong");
        cookie.write(new Carried(null, form.shown(), "", wrong), request, response);
        String to = Door.after(form.to());
        return "redirect:" + Door.SIGN_IN + "?again" + (to.equals(Door.ACCOUNT) ? "" : "&to=" + to);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        session.end(request, response);
        return "redirect:" + Door.SIGN_IN;
    }

    @PostMapping("/sign-out/everywhere")
    String signOutEverywhere(HttpServletRequest request, HttpServletResponse response) {
        atTheDoor.of(request).ifPresent(residents::signOutEverywhere);
        return signOut(request, response);
    }

    private boolean mayTry(HttpServletRequest request) {
        return limits.allow("resident-sign-in", network.of(request), 60, Duration.ofMinutes(15)) && limits.allow("resident-sign-in", "everywhere", 5000, Duration.ofHours(1));
    }
}
