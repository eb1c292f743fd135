package org.alongside.comments.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.comments.Comment;
import org.alongside.comments.Safeguarding;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Comments in which somebody may be in danger, for safeguarding leads. */
@Controller
@RequestMapping("/desk/comments/safeguarding")
class SafeguardingController {
    private static final String ROOM = "/desk/comments/safeguarding";
    private static final int WORDS = 2000;
    private final Safeguarding safeguarding;

    SafeguardingController(Safeguarding safeguarding) {
        this.safeguarding = safeguarding;
    }

    @GetMapping
    String waiting(Actor.Worker me, Model model) {
        model.addAttribute("page", new ModerationPage.Waiting(safeguarding.waiting(me)));
        return "comments/web/waiting";
    }

    @GetMapping("/{danger}")
    String one(@PathVariable("danger") UUID comment, Actor.Worker me, Model model) {
        return one(comment, null, "", "", new Problems(), me, model);
    }

    @PostMapping("/{danger}/answer")
    String answer(@PathVariable("danger") UUID comment, @RequestParam(defaultValue = "") String answer, Actor.Worker me, Model model, RedirectAttributes to) {
        Problems problems = new Problems();
        String words = Typed.wordsNeeded(answer, "answer", WORDS, "Write what they should read", problems);
        if (words == null || !Typed.accepted(problems, "answer", () -> safeguarding.answer(comment, words, me))) return one(comment, answer, "", "answer", problems, me, model);
        return ModerationController.done(ROOM + "/" + comment, "Whoever wrote it reads it when they look.", to);
    }

    @PostMapping("/{danger}/closure")
    String close(@PathVariable("danger") UUID comment, @RequestParam(defaultValue = "") String note, @RequestParam(defaultValue = "") String next, Actor.Worker me, Model model, RedirectAttributes to) {
        Problems problems = new Problems();
        String words = Typed.wordsNeeded(note, "note", WORDS, "Write down what you did", problems);
        if (!next.equals("moderators") && !next.equals("hidden")) problems.add("next", "Choose what happens with the words");
        if (words == null || !Typed.accepted(problems, "note", () -> safeguarding.close(comment, next.equals("moderators"), words, me))) return one(comment, null, note, "closure", problems, me, model);
        return ModerationController.done(ROOM, "Closed.", to);
    }

    private String one(UUID id, @Nullable String answer, String note, String open, Problems problems, Actor.Worker me, Model model) {
        Comment comment = safeguarding.one(id, me);
        model.addAttribute("page", new ModerationPage.Danger(comment, safeguarding.flagged(comment), answer == null ? comment.answer() : answer, note, open, problems));
        return "comments/web/danger";
    }
}
