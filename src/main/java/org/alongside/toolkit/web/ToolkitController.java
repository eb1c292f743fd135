package org.alongside.toolkit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.alongside.helpline.Helplines;
import org.alongside.shared.NotFound;
import org.alongside.ui.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages for professionals. Safety: they read nothing that somebody sends and keep nothing: whatever is ticked on them stays in the browser. */
@Controller
class ToolkitController {
    private final Helplines helplines;
    private final Reviews reviews;
    private final Frames frames;

    ToolkitController(Helplines helplines, Reviews reviews, Frames frames) {
        this.helplines = helplines;
        this.reviews = reviews;
        this.frames = frames;
    }

    @GetMapping("/enquiry")
    String start(Model model) {
        model.addAttribute("numbers", Numbers.of(helplines));
        return "toolkit/web/start";
    }

    @GetMapping("/enquiry/ask")
    String ask(HttpServletRequest request, Model model) {
        model.addAttribute("page", new AskPage(Numbers.of(helplines), standing(request, "ask")));
        return "toolkit/web/ask";
    }

    @GetMapping("/enquiry/{slug}")
    String text(@PathVariable String slug, HttpServletRequest request, Model model) {
        model.addAttribute("standing", standing(request, slug));
        model.addAttribute("numbers", Numbers.of(helplines));
        Optional<Guide> guide = Guide.at(slug);
        if (guide.isPresent()) {
            model.addAttribute("guide", guide.get());
            return "toolkit/web/guide";
        }
        model.addAttribute("text", Text.at(slug).orElseThrow(NotFound::new));
        return "toolkit/web/text";
    }

    @GetMapping("/enquiry/cards")
    String cards(HttpServletRequest request, Model model) {
        model.addAttribute("standing", standing(request, "cards"));
        return "toolkit/web/cards";
    }

    @GetMapping("/enquiry/cards/{slug}")
    String card(@PathVariable String slug, HttpServletRequest request, Model model) {
        model.addAttribute("page", Card.at(slug, Numbers.of(helplines), standing(request, "cards")).orElseThrow(NotFound::new));
        return "toolkit/web/card";
    }

    private String standing(HttpServletRequest request, String text) {
        return reviews.standing(frames.of(request), text);
    }
}
