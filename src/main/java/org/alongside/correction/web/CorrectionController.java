package org.alongside.correction.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.correction.Arrivals;
import org.alongside.correction.Corrections;
import org.alongside.correction.RefusedBecause;
import org.alongside.correction.Undoing;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Those who moved across the wall, for the leads of both sides: each sees their own part. */
@Controller
@RequestMapping("/desk/corrections")
class CorrectionController {
    private final Corrections corrections;
    private final Arrivals arrivals;
    private final Undoing undoing;
    private final CorrectionPages pages;

    CorrectionController(Corrections corrections, Arrivals arrivals, Undoing undoing, CorrectionPages pages) {
        this.corrections = corrections;
        this.arrivals = arrivals;
        this.undoing = undoing;
        this.pages = pages;
    }

    @Bean
    static DeskLink correctionsLink() {
        return new DeskLink(73, "/desk/corrections", "Moved across", "MANAGER", "SAFEGUARDING_LEAD").behindTheWall();
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        model.addAttribute("page", pages.all(me));
        return "correction/web/corrections";
    }

    @GetMapping("/{move}")
    String one(@PathVariable UUID move, Actor.Worker me, Model model) {
        return show(move, null, null, null, new Problems(), me, model);
    }

    @PostMapping("/{move}/acceptance")
    String accept(@PathVariable UUID move, @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String once, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        WorkerId worker = to.isBlank() ? null : worker(to);
        UUID[] taken = new UUID[1];
        if (!Typed.accepted(problems, "to", () -> taken[0] = arrivals.accept(move, worker, Typed.id(once), me).id())) return show(move, null, null, null, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, worker == null ? "Taken on. Nobody works with them yet." : "Taken on.");
        return "redirect:/desk/cases/" + taken[0];
    }

    @PostMapping("/{move}/refusal")
    String refuse(@PathVariable UUID move, @RequestParam(defaultValue = "") String because, @RequestParam(defaultValue = "") String words, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        RefusedBecause reason = Typed.oneNeeded(RefusedBecause.class, because, "because", "Choose why", problems);
        String said = Typed.wordsNeeded(words, "words", "Say why", problems);
        if (!Typed.accepted(problems, "because", () -> arrivals.refuse(move, reason, said, me))) return show(move, null, because, words, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "You said no. The leads of the other side were told.");
        return "redirect:/desk/corrections/" + move;
    }

    @PostMapping("/{move}/undoing")
    String undo(@PathVariable UUID move, @RequestParam(defaultValue = "") String why, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String said = Typed.wordsNeeded(why, "why", "Say why it is undone", problems);
        if (corrections.away(move, me).isEmpty()) throw new NotFound("correction", move);
        if (!Typed.accepted(problems, "why", () -> undoing.undo(move, said, me))) return show(move, why, null, null, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Undone. The case is open again as it was, with no worker: give it to somebody.");
        return "redirect:/desk/corrections/" + move;
    }

    private String show(UUID move, @Nullable String why, @Nullable String because, @Nullable String words, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(move, why, because, words, problems, me));
        return "correction/web/correction";
    }

    private static WorkerId worker(String typed) {
        return new WorkerId(Typed.id(typed));
    }
}
