package org.alongside.programme.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.programme.Enrolments;
import org.alongside.programme.KnownHarms;
import org.alongside.programme.Status;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One participant's way through the programme. */
@Controller
@RequestMapping("/desk/cases/{id}/programme")
class ParticipantController {
    private final Enrolments enrolments;
    private final ParticipantPages pages;
    private final KnownHarms harms;

    ParticipantController(Enrolments enrolments, ParticipantPages pages, KnownHarms harms) {
        this.harms = harms;
        this.enrolments = enrolments;
        this.pages = pages;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, Map.of(), new Problems(), me, model);
    }

    @PostMapping
    String step(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "then", () -> step(new CaseId(id), typed, problems, me)) || !problems.isEmpty()) return show(id, typed, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Written down.");
        return "redirect:/desk/cases/" + id + "/programme";
    }

    private void step(CaseId id, Map<String, String> typed, Problems problems, Actor.Worker me) {
        String then = typed.getOrDefault("then", ""), why = Typed.words(typed.get("why"), "why", problems);
        if (why == null && List.of("not-ready", "suspend", "return", "complete", "leave").contains(then)) problems.add("why", "Say why");
        if (!problems.isEmpty()) return;
        String words = why == null ? "" : why;
        switch (then) {
            case "wait" -> enrolments.wait(id, typed.get("priority") != null, me);
            case "ready", "decline" -> enrolments.back(id, Status.WAITING, words, me);
            case "not-ready" -> enrolments.back(id, Status.NOT_READY, words, me);
            case "accept" -> enrolments.accept(id, me);
            case "start" -> enrolments.start(id, me);
            case "suspend" -> enrolments.suspend(id, words, me);
            case "return" -> enrolments.comeBack(id, words, me);
            case "complete" -> enrolments.complete(id, words, typed.get("without-plan") != null, me);
            case "leave" -> enrolments.leave(id, words, me);
            default -> problems.add("then", "Choose what happened");
        }
    }

    private String show(UUID id, Map<String, String> typed, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(id, typed, problems, me));
        model.addAttribute("harm", harms.of(new CaseId(id), Map.of()));
        return "programme/web/participant";
    }
}
