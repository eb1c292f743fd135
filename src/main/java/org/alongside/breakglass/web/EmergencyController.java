package org.alongside.breakglass.web;

import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.breakglass.Openings;
import org.alongside.organisations.SignInAgain;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Typed;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case, opened in an emergency by whoever talks with its client and opens no case otherwise. */
@Controller
@RequestMapping("/desk/emergency")
class EmergencyController {
    private final Openings openings;
    private final SignInAgain signIn;
    private final EmergencyPages pages;

    EmergencyController(Openings openings, SignInAgain signIn, EmergencyPages pages) {
        this.openings = openings;
        this.signIn = signIn;
        this.pages = pages;
    }

    @Bean
    static DeskLink emergencyLink() {
        return new DeskLink(45, "/desk/emergency", "In an emergency", "VOLUNTEER", "HELPLINE", "TRAINER").behindTheWall();
    }

    @GetMapping
    String ask(Actor.Worker me, Model model) {
        return ask(EmergencyForm.EMPTY, new Problems(), me, model);
    }

    @PostMapping
    String open(EmergencyForm form, @RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String code, Actor.Worker me, Model model) {
        Openings.mustBeAnOpener(me);
        Problems problems = new Problems();
        Optional<EmergencyForm.Asked> asked = form.read(problems);
        UUID id = Typed.id(form.once());
        // A second press finds the first, and asks for no second code.
        boolean first = openings.last(me).filter(one -> one.id().equals(id)).isEmpty();
        if (first && password.isBlank()) problems.add("password", "Enter your password");
        try {
            if (first && problems.isEmpty()) {
                signIn.confirm(me, password, code);
                openings.open(id, asked.orElseThrow().who(), asked.get().reason(), asked.get().words(), me);
            }
        } catch (RuleBroken refused) {
            problems.add(field(refused), String.valueOf(refused.getMessage()));
        }
        return problems.isEmpty() ? "redirect:/desk/emergency/" + id : ask(form, problems, me, model);
    }

    private static String field(RuleBroken refused) {
        return switch (refused.rule()) {
            case "password.current" -> "password";
            case "sign-in.code" -> "code";
            default -> "who";
        };
    }

    @GetMapping("/{opening}")
    String opened(@PathVariable UUID opening, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.opened(opening, me));
        return "breakglass/web/opened";
    }

    @PostMapping("/{opening}/end")
    String end(@PathVariable UUID opening, Actor.Worker me, RedirectAttributes next) {
        openings.end(opening, me);
        next.addFlashAttribute(Frame.NOTICE, "The case is closed to you again. Somebody looks at it now; until then you can open no other.");
        return "redirect:/desk/emergency";
    }

    private String ask(EmergencyForm form, Problems problems, Actor.Worker me, Model model) {
        Openings.mustBeAnOpener(me);
        model.addAttribute("page", pages.ask(form, signIn.asksForCode(me), problems, me));
        return "breakglass/web/emergency";
    }
}
