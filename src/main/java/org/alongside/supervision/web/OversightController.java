package org.alongside.supervision.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.supervision.About;
import org.alongside.supervision.Answer;
import org.alongside.supervision.Oversight;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What managers decide about a case, and what they are asked. */
@Controller
class OversightController {
    private final Oversight oversight;
    private final SupervisionPages pages;

    OversightController(Oversight oversight, SupervisionPages pages) {
        this.oversight = oversight;
        this.pages = pages;
    }

    @Bean
    static DeskLink approvalsLink() {
        return new DeskLink(77, "/desk/approvals", "Approvals", "MANAGER", "SAFEGUARDING_LEAD").behindTheWall();
    }

    @GetMapping("/desk/cases/{id}/oversight")
    String of(@PathVariable UUID id, Actor.Worker me, Model model) {
        return of(id, UUID.randomUUID().toString(), null, null, null, new Problems(), me, model);
    }

    @PostMapping("/desk/cases/{id}/oversight")
    String ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String about, @RequestParam(defaultValue = "") String words, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        About what = Typed.oneNeeded(About.class, about, "about", "Choose what it is about", problems);
        String said = Typed.wordsNeeded(words, "words", "Say what a manager should look at", problems);
        if (!Typed.accepted(problems, "words", () -> oversight.ask(new CaseId(id), Typed.id(once), what, said, me))) return of(id, once, about, words, null, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Asked. Go on with what cannot wait; the answer comes here.");
        return "redirect:/desk/cases/" + id + "/oversight";
    }

    @PostMapping("/desk/cases/{id}/decisions")
    String decide(@PathVariable UUID id, @RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String decided, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String said = Typed.wordsNeeded(decided, "decided", "Say what you decided, and why", problems);
        if (!Typed.accepted(problems, "decided", () -> oversight.decide(new CaseId(id), Typed.id(once), null, said, me))) return of(id, once, null, null, decided, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Written down.");
        return "redirect:/desk/cases/" + id + "/oversight";
    }

    @GetMapping("/desk/approvals")
    String open(Actor.Worker me, Model model) {
        return open(null, null, new Problems(), me, model);
    }

    @PostMapping("/desk/approvals/{approval}")
    String answer(@PathVariable UUID approval, @RequestParam(defaultValue = "") String answer, @RequestParam(defaultValue = "") String words, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        Answer said = Typed.oneNeeded(Answer.class, answer, "words", "Choose “Agree” or “Not yet”", problems);
        String typed = Typed.words(words, "words", problems);
        if (!Typed.accepted(problems, "words", () -> oversight.answer(approval, said, typed == null ? "" : typed, me))) return open(approval, words, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Answered. It stands in the case.");
        return "redirect:/desk/approvals";
    }

    private String of(UUID id, String once, @Nullable String about, @Nullable String words, @Nullable String decided, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.of(id, once, about, words, decided, problems, me));
        return "supervision/web/oversight";
    }

    private String open(@Nullable UUID refused, @Nullable String words, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.approvals(refused, words, problems, me));
        return "supervision/web/approvals";
    }
}
