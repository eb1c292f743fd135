package org.alongside.matching.web;

import java.time.Clock;
import java.util.Optional;
import org.alongside.access.Actor;
import org.alongside.matching.Identity;
import org.alongside.matching.WorkerFacts;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A worker tells the intake check about themselves, so that nobody they know is given to them. */
@Controller
@RequestMapping("/desk/my-matches")
class OwnFactsController {
    private final WorkerFacts facts;
    private final Organisations organisations;
    private final Clock clock;

    OwnFactsController(WorkerFacts facts, Organisations organisations, Clock clock) {
        this.facts = facts;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping
    String ask(Actor.Worker me, Model model) {
        model.addAttribute("page", new OwnFactsPage(OwnFactsForm.EMPTY, new Problems()));
        return "matching/web/ownfacts";
    }

    @PostMapping
    String keep(OwnFactsForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        WorkerFacts.Name name = WorkerFacts.Name.of(organisations.nameOf(me.worker()));
        Optional<Identity> identity = form.read(name.given(), name.family(), Times.day(clock.instant()), problems);
        if (identity.isEmpty()) {
            model.addAttribute("page", new OwnFactsPage(form, problems));
            return "matching/web/ownfacts";
        }
        facts.keep(identity.get(), form.emergency(), me);
        next.addFlashAttribute(Frame.NOTICE, "Kept as fingerprints. Nobody can read them back, not even you.");
        return "redirect:/desk/my-matches";
    }
}
