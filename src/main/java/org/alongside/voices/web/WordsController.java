package org.alongside.voices.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.shared.Problems;
import org.alongside.shared.TwelveDigits;
import org.alongside.voices.Voices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody takes back what they said, with the number they were given and no account. */
@Controller
@RequestMapping("/standards/words")
class WordsController {
    private final Voices voices;
    private final Limits limits;
    private final Network network;

    WordsController(Voices voices, Limits limits, Network network) {
        this.voices = voices;
        this.limits = limits;
        this.network = network;
    }

    @GetMapping
    String form(@RequestParam Map<String, String> query, Model model) {
        Problems problems = new Problems();
        if (query.containsKey("again")) problems.add("number", "voices.number-wrong");
        model.addAttribute("busy", query.containsKey("busy"));
        model.addAttribute("problems", problems);
        return "voices/web/words";
    }

    @PostMapping
    String takeBack(@RequestParam(defaultValue = "") String number, HttpServletRequest request) {
        // Safety: guessing is counted whether or not a guess is right, from one network and from everywhere together.
        boolean allowed = limits.allow("standards-words", network.of(request), 20, Duration.ofMinutes(15)) & limits.allow("standards-words", "everywhere", 300, Duration.ofMinutes(15));
        if (!allowed) return "redirect:/standards/words?busy";
        // What has not the shape of a number is nobody's: saying so tells nothing, and not saying it lets somebody believe that words are gone.
        if (TwelveDigits.read(number).isEmpty()) return "redirect:/standards/words?again";
        voices.takeBack(number);
        return "redirect:/standards/words/done";
    }

    @GetMapping("/done")
    String done() {
        return "voices/web/wordsdone";
    }
}
