package org.alongside.organisations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.organisations.Account;
import org.alongside.organisations.Organisations;
import org.alongside.organisations.OwnAccount;
import org.alongside.organisations.SecondFactors;
import org.alongside.organisations.OwnSessions;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.ui.Frame;
import org.alongside.ui.Row;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A worker's own account. */
@Controller
class AccountController {
    private final OwnAccount own;
    private final Organisations organisations;
    private final SecondFactors factors;
    private final OwnSessions sessions;

    AccountController(OwnAccount own, Organisations organisations, SecondFactors factors, OwnSessions sessions) {
        this.own = own;
        this.organisations = organisations;
        this.factors = factors;
        this.sessions = sessions;
    }

    @GetMapping("/desk/account")
    String show(Actor.Worker me, HttpSession session, Model model) {
        boolean code = factors.isSet(new Account(me.worker(), me.organisation(), false));
        model.addAttribute("page", new AccountPage(List.of(
                new Row("Name", organisations.nameOf(me.worker()), "/desk/account/name"),
                new Row("E-mail address", own.emailOf(me)),
                new Row("Organisation", organisations.nameOf(me.organisation()).orElse("")),
                new Row("What you do here", me.roles().stream().sorted().map(Role::words).collect(Collectors.joining(", "))),
                new Row("Side", Sides.words(me.side())),
                new Row("Password", "Only you know it", "/desk/account/password"),
                new Row("One-time codes", code ? "Set up" : "Not set up", "/desk/account/second-factor")), sessions.of(me, session.getId())));
        return "organisations/web/account";
    }

    @GetMapping("/desk/account/name")
    String askName(Actor.Worker me, Model model) {
        model.addAttribute("page", new OwnNamePage(organisations.nameOf(me.worker()), new Problems()));
        return "organisations/web/ownname";
    }

    @PostMapping("/desk/account/name")
    String rename(@RequestParam(defaultValue = "") String name, Actor.Worker me, Model model, RedirectAttributes after) {
        Problems problems = new Problems();
        String typed = TypedText.required(name, "name", "Enter your name", 100, problems);
        if (!problems.isEmpty()) {
            model.addAttribute("page", new OwnNamePage(name, problems));
            return "organisations/web/ownname";
        }
        own.rename(me, typed);
        after.addFlashAttribute(Frame.NOTICE, "Your name is changed");
        return "redirect:/desk/account";
    }

    @GetMapping("/desk/account/password")
    String askPassword(Actor.Worker me, Model model) {
        model.addAttribute("page", new PasswordPage(new Problems()));
        return "organisations/web/password";
    }

    @PostMapping("/desk/account/password")
    String changePassword(@RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String chosen, Actor.Worker me, HttpServletRequest request, Model model, RedirectAttributes after) {
        try {
            own.changePassword(me, current, chosen);
        } catch (RuleBroken broken) {
            Problems problems = new Problems();
            problems.add(broken.rule().equals("password.current") ? "current" : "chosen", String.valueOf(broken.getMessage()));
            model.addAttribute("page", new PasswordPage(problems));
            return "organisations/web/password";
        }
        sessions.endOthers(me, request.getSession().getId());
        after.addFlashAttribute(Frame.NOTICE, "Your password is changed, and you are signed out everywhere else");
        return "redirect:/desk/account";
    }

    @PostMapping("/desk/account/other-sessions")
    String endOthers(Actor.Worker me, HttpSession session, RedirectAttributes after) {
        sessions.endOthers(me, session.getId());
        after.addFlashAttribute(Frame.NOTICE, "You are signed out everywhere else");
        return "redirect:/desk/account";
    }
}
