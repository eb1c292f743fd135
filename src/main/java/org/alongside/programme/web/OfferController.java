package org.alongside.programme.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.programme.Enrolments;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who waits, beside one group: which of its rules fit them, and the offer of a place. */
@Controller
@RequestMapping("/desk/groups/{group}/offers")
class OfferController {
    private static final int DAYS_TO_ANSWER = 7;
    private final Enrolments enrolments;
    private final OfferPages pages;
    private final Clock clock;

    OfferController(Enrolments enrolments, OfferPages pages, Clock clock) {
        this.enrolments = enrolments;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String who(@PathVariable UUID group, Actor.Worker me, Model model) {
        return show(group, Map.of(), TypedDate.of(Times.day(clock.instant()).plusDays(DAYS_TO_ANSWER)), new Problems(), me, model);
    }

    @PostMapping
    String offer(@PathVariable UUID group, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String who = Typed.wordsNeeded(typed.get("who"), "who", "Choose whom the place is offered to", problems), despite = Typed.words(typed.get("despite"), "despite", problems);
        TypedDate until = new TypedDate(typed.get("until.day"), typed.get("until.month"), typed.get("until.year"));
        LocalDate day = until.needed("until", "Enter the last day on which they can say yes", problems).orElse(null);
        boolean offered = Typed.accepted(problems, "who", () -> enrolments.offer(new CaseId(Typed.id(who)), group, day.plusDays(1).atStartOfDay(Times.LONDON).toInstant(), despite == null ? "" : despite, me));
        if (!offered) return show(group, typed, until, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "The place is kept for them until that day has passed. Tell them in a way that is safe.");
        return "redirect:/desk/groups/" + group;
    }

    private String show(UUID group, Map<String, String> typed, TypedDate until, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(group, typed, until, problems, me));
        return "programme/web/offer";
    }
}
