package org.alongside.comments.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.comments.Care;
import org.alongside.comments.Cares;
import org.alongside.directory.OpeningHours;
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

/** When comments are read, how soon, and which words are marked. */
@Controller
@RequestMapping("/desk/comments/care")
class CareController {
    private static final String ROOM = "/desk/comments/care";
    private static final int HOURS = 200, WORD = 80;
    private final Cares cares;

    CareController(Cares cares) {
        this.cares = cares;
    }

    @GetMapping
    String show(Actor.Worker me, Model model) {
        Care care = cares.of(me);
        return show(care.hours(), String.valueOf(care.within()), String.valueOf(care.hardADay()), care.version(), "", null, UUID.randomUUID().toString(), "", new Problems(), me, model);
    }

    @PostMapping
    String promise(@RequestParam(defaultValue = "") String hours, @RequestParam(defaultValue = "") String within, @RequestParam(defaultValue = "") String hardADay, @RequestParam(defaultValue = "") String version, Actor.Worker me, Model model, RedirectAttributes to) {
        me.mustBe(Role.MANAGER);
        Problems problems = new Problems();
        String tidy = OpeningHours.tidy(Typed.fitting(hours, "hours", HOURS, problems));
        Integer soon = Typed.number(within, "within", 1, 40, "Enter a number of hours from 1 to 40", problems), hard = Typed.number(hardADay, "hardADay", 1, 100, "Enter a number from 1 to 100", problems);
        if (soon == null || hard == null || !Typed.accepted(problems, "hours", () -> cares.promise(new Care(tidy, soon, hard, Typed.version(version)), me))) {
            return show(hours, within, hardADay, Typed.version(version), "", null, UUID.randomUUID().toString(), "promise", problems, me, model);
        }
        return ModerationController.done(ROOM, "Kept. Everybody who writes a comment reads it.", to);
    }

    @PostMapping("/words")
    String add(@RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String word, @RequestParam(defaultValue = "") String effect, Actor.Worker me, Model model, RedirectAttributes to) {
        Problems problems = new Problems();
        String words = Typed.wordsNeeded(word, "word", WORD, "Enter a word, or a few", problems);
        if (words != null && words.length() < 2) problems.add("word", "Enter at least two letters");
        Cares.Effect chosen = Typed.oneNeeded(Cares.Effect.class, effect, "effect", "Choose what happens", problems);
        if (words == null || chosen == null || !Typed.accepted(problems, "word", () -> cares.add(Typed.id(once), words, chosen, me))) {
            Care care = cares.of(me);
            return show(care.hours(), String.valueOf(care.within()), String.valueOf(care.hardADay()), care.version(), word, effect, once, "word", problems, me, model);
        }
        return ModerationController.done(ROOM, "Added. It holds for what comes from now on.", to);
    }

    @PostMapping("/words/{rule}/removal")
    String remove(@PathVariable UUID rule, Actor.Worker me, RedirectAttributes to) {
        cares.remove(rule, me);
        return ModerationController.done(ROOM, "Removed.", to);
    }

    private String show(String hours, String within, String hardADay, int version, String word, @Nullable String effect, String once, String open, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", new ModerationPage.Promise(cares.of(me).opening(), hours, within, hardADay, String.valueOf(version), cares.rules(me), word, effect, once, me.is(Role.MANAGER), problems, open));
        return "comments/web/care";
    }
}
