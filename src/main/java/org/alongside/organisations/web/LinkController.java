package org.alongside.organisations.web;

import jakarta.servlet.http.HttpServletRequest;
import org.alongside.organisations.Account;
import org.alongside.organisations.Welcome;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page a one-time link opens. Looking at it uses nothing up, so a mail scanner that follows the link does no harm. */
@Controller
class LinkController {
    private final Welcome welcome;
    private final DeskSession session;

    LinkController(Welcome welcome, DeskSession session) {
        this.welcome = welcome;
        this.session = session;
    }

    @GetMapping("/desk/link/{token}")
    String open(@PathVariable String token, Model model) {
        return show(token, new Problems(), model);
    }

    @PostMapping("/desk/link/{token}")
    String accept(@PathVariable String token, @RequestParam(defaultValue = "") String password, HttpServletRequest request, Model model) {
        try {
            Account account = welcome.accept(token, password);
            session.beginHalf(request, account, DeskSession.Missing.SECOND_FACTOR);
            return "redirect:/desk/account/second-factor";
        } catch (RuleBroken weak) {
            Problems problems = new Problems();
            problems.add("password", String.valueOf(weak.getMessage()));
            return show(token, problems, model);
        }
    }

    private String show(String token, Problems problems, Model model) {
        Welcome.Guest guest = welcome.guest(token).orElseThrow(NotFound::new);
        model.addAttribute("page", new LinkPage(token, guest, problems));
        return "organisations/web/link";
    }
}
