package org.alongside.directory.assurance.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.directory.Directory;
import org.alongside.directory.Listing;
import org.alongside.directory.assurance.Suggestion;
import org.alongside.directory.assurance.Suggestions;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Something here is wrong: anybody may say so, without saying who they are. */
@Controller
@RequestMapping("/services/{id}/wrong")
class SuggestionController {
    private final Directory directory;
    private final Suggestions suggestions;
    private final SuggestionCookie cookie;
    private final Limits limits;
    private final Network network;

    SuggestionController(Directory directory, Suggestions suggestions, SuggestionCookie cookie, Limits limits, Network network) {
        this.directory = directory;
        this.suggestions = suggestions;
        this.cookie = cookie;
        this.limits = limits;
        this.network = network;
    }

    /** @param end thanks, or later when there were too many */
    record End(Listing listing, String end) {}

    record Page(Listing listing, SuggestionForm form, Problems problems) {}

    @GetMapping
    String ask(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Model model) {
        SuggestionForm typed = cookie.read(request).orElse(null);
        Problems problems = new Problems();
        // What could not be taken is shown once more, and forgotten in the browser.
        if (typed != null) {
            typed.read(problems);
            cookie.forget(request, response);
        }
        model.addAttribute("page", new Page(listing(id), typed == null ? SuggestionForm.EMPTY : typed, problems));
        return "directory/assurance/web/wrong";
    }

    @PostMapping
    String say(@PathVariable UUID id, SuggestionForm form, HttpServletRequest request, HttpServletResponse response) {
        Listing listing = listing(id);
        Suggestion.About about = form.read(new Problems());
        if (about == null) {
            cookie.write(form.cut(), request, response);
            return "redirect:/services/" + id + "/wrong";
        }
        if (!limits.allow("directory-wrong", network.of(request), 60, Duration.ofHours(1)) || !limits.allow("directory-wrong", "everywhere", 600, Duration.ofHours(1))) return "redirect:/services/" + id + "/wrong/later";
        suggestions.say(listing, about, form.said());
        return "redirect:/services/" + id + "/wrong/thanks";
    }

    @GetMapping("/{end:thanks|later}")
    String thank(@PathVariable UUID id, @PathVariable String end, Model model) {
        model.addAttribute("page", new End(listing(id), end));
        return "directory/assurance/web/end";
    }

    private Listing listing(UUID id) {
        return directory.service(id).orElseThrow(NotFound::new);
    }
}
