package org.alongside.breakglass.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.breakglass.Finding;
import org.alongside.breakglass.Openings;
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

/** What was opened in an emergency, for those who look at it afterwards. */
@Controller
@RequestMapping("/desk/openings")
class OpeningsController {
    private final Openings openings;
    private final OpeningsPages pages;

    OpeningsController(Openings openings, OpeningsPages pages) {
        this.openings = openings;
        this.pages = pages;
    }

    @Bean
    static DeskLink openingsLink() {
        return new DeskLink(74, "/desk/openings", "Opened in an emergency", "MANAGER", "SAFEGUARDING_LEAD").behindTheWall();
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        return all(null, null, null, new Problems(), me, model);
    }

    @PostMapping("/{opening}")
    String review(@PathVariable UUID opening, @RequestParam(defaultValue = "") String version, @RequestParam(defaultValue = "") String finding, @RequestParam(defaultValue = "") String words, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        Finding found = Typed.oneNeeded(Finding.class, finding, "finding", "Choose what you found", problems);
        String said = Typed.wordsNeeded(words, "words", "Say how you came to it", problems);
        if (!Typed.accepted(problems, "words", () -> openings.review(opening, Typed.version(version), found, said, me))) return all(opening, finding, words, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, found.settles() ? "Written down. Whoever opened it may open another when they must." : "Written down. It stays on this list, and whoever opened it can open no other.");
        return "redirect:/desk/openings";
    }

    private String all(@Nullable UUID refused, @Nullable String finding, @Nullable String words, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.all(refused, finding, words, problems, me));
        return "breakglass/web/openings";
    }
}
