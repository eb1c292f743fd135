package org.alongside.organisations.web;

import jakarta.servlet.http.HttpServletRequest;
import org.alongside.organisations.FirstAdministrator;
import org.alongside.organisations.FirstAdministrator.Beginning;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class FirstAdministratorController {
    private final FirstAdministrator first;
    private final DeskSession session;

    FirstAdministratorController(FirstAdministrator first, DeskSession session) {
        this.first = first;
        this.session = session;
    }

    @GetMapping("/desk/first-administrator/{token}")
    String ask(@PathVariable String token, Model model) {
        if (!first.isOpen(token)) throw new NotFound();
        return show(token, FirstAdministratorForm.empty(), new Problems(), model);
    }

    @PostMapping("/desk/first-administrator/{token}")
    String begin(@PathVariable String token, FirstAdministratorForm form, HttpServletRequest request, Model model) {
        if (!first.isOpen(token)) throw new NotFound();
        Problems problems = new Problems();
        Beginning beginning = form.read(problems);
        if (!problems.isEmpty()) return show(token, form, problems, model);
        try {
            session.beginHalf(request, first.begin(token, beginning), DeskSession.Missing.SECOND_FACTOR);
            return "redirect:/desk/account/second-factor";
        } catch (RuleBroken broken) {
            problems.add(broken.rule(), String.valueOf(broken.getMessage()));
            return show(token, form, problems, model);
        }
    }

    private static String show(String token, FirstAdministratorForm form, Problems problems, Model model) {
        model.addAttribute("page", new FirstAdministratorPage(token, form, problems));
        return "organisations/web/firstadministrator";
    }
}
