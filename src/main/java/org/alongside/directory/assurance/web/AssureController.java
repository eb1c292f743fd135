package org.alongside.directory.assurance.web;

import org.alongside.directory.Listing;
import org.alongside.directory.assurance.Assurers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the mail to a service leads: is what we say about you still right? Opening it does nothing, because programs that check mail open links too. */
@Controller
@RequestMapping("/assure/{token}")
class AssureController {
    private final Assurers assurers;

    AssureController(Assurers assurers) {
        this.assurers = assurers;
    }

    /** @param state asked, done, changed (it says something else by now) or left */
    record Page(String token, @Nullable Listing listing, String state) {}

    @GetMapping
    String show(@PathVariable String token, @RequestParam(defaultValue = "") String said, Model model) {
        Listing listing = assurers.asked(token).orElse(null);
        // Safety: the same page for a link that never was and one that is no more.
        model.addAttribute("page", new Page(token, listing, listing == null ? said.equals("left") ? "left" : "gone" : said.equals("done") || said.equals("changed") ? said : "asked"));
        return "directory/assurance/web/assure";
    }

    @PostMapping("/confirmation")
    String confirm(@PathVariable String token, @RequestParam(defaultValue = "") String seen) {
        return "redirect:/assure/" + token + "?said=" + (assurers.confirm(token, seen) ? "done" : "changed");
    }

    @PostMapping("/removal")
    String leave(@PathVariable String token) {
        assurers.leave(token);
        return "redirect:/assure/" + token + "?said=left";
    }
}
