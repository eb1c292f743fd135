package org.alongside.known.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.known.Known;
import org.alongside.known.KnownPeople;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A worker says whom they know. The answer is one and the same, whoever is known here. */
@Controller
@RequestMapping("/desk/known")
class KnownController {
    private static final Duration STEP = Duration.ofMillis(250);
    private final KnownPeople people;
    private final Organisations organisations;
    private final Clock clock;

    KnownController(KnownPeople people, Organisations organisations, Clock clock) {
        this.people = people;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Bean
    static DeskLink knownLink() {
        return new DeskLink(68, "/desk/known", "People I know", "VOLUNTEER", "HELPLINE", "SUPPORT_WORKER", "CHILDRENS_WORKER", "DUTY", "MANAGER", "SAFEGUARDING_LEAD", "FACILITATOR", "PARTNER_SUPPORT").behindTheWall();
    }

    @GetMapping
    String own(Actor.Worker me, Model model) {
        return show(KnownForm.empty(UUID.randomUUID().toString()), new Problems(), me, model);
    }

    @PostMapping
    String say(KnownForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        long began = System.nanoTime();
        Problems problems = new Problems();
        Optional<Known.Person> person = form.read(Times.day(clock.instant()), problems);
        if (person.isEmpty()) return show(form, problems, me, model);
        people.say(Typed.id(form.once()), person.get(), me);
        // Safety: keeping somebody apart takes a little longer than keeping nobody apart, so the answer waits for the next quarter of a second.
        waitOut(began);
        next.addFlashAttribute(Frame.NOTICE, "Saved. You are not told whether anybody here is this person.");
        return "redirect:/desk/known";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, Actor.Worker me, RedirectAttributes next) {
        people.end(id, me);
        next.addFlashAttribute(Frame.NOTICE, "Ended. It stays in the list as history.");
        return "redirect:/desk/known";
    }

    @GetMapping("/of/{worker}")
    String said(@PathVariable UUID worker, Actor.Worker me, Model model) {
        WorkerId who = new WorkerId(worker);
        model.addAttribute("page", new SaidPage(organisations.nameOf(who), people.of(who, me)));
        return "known/web/said";
    }

    private String show(KnownForm form, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", new KnownPage(people.own(me), form, problems));
        return "known/web/known";
    }

    private static void waitOut(long began) {
        long step = STEP.toNanos(), gone = System.nanoTime() - began;
        try {
            Thread.sleep(Duration.ofNanos(step - gone % step).toMillis() + 1);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
