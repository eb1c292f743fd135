package org.alongside.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Closures;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ClosureController {
    private final Closures closures;
    private final ClosurePages pages;
    private final CaseBars bars;

    ClosureController(Closures closures, ClosurePages pages, CaseBars bars) {
        this.closures = closures;
        this.pages = pages;
        this.bars = bars;
    }

    @GetMapping("/desk/cases/{id}/closure")
    String show(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.page(id, ClosureForm.empty(), nothing -> null, new Problems()));
        return "casework/web/closure";
    }

    @PostMapping("/desk/cases/{id}/closure")
    String close(@PathVariable UUID id, ClosureForm form, HttpServletRequest request, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        ClosurePage page = pages.page(id, form, request::getParameterValues, problems);
        boolean closed = form.read(page.needs(), page.asked(), problems).filter(closure -> Typed.accepted(problems, "reason", () -> closures.close(new CaseId(id), closure, me))).isPresent();
        if (!closed) {
            model.addAttribute("page", page);
            return "casework/web/closure";
        }
        next.addFlashAttribute(Frame.NOTICE, "The case is closed. It can be opened again at any time.");
        return "redirect:/desk/cases/" + id;
    }

    @GetMapping("/desk/cases/{id}/reopening")
    String ask(@PathVariable UUID id, Actor.Worker me, Model model) {
        return askAgain(id, new ReopeningForm(null), new Problems(), model);
    }

    @PostMapping("/desk/cases/{id}/reopening")
    String reopen(@PathVariable UUID id, ReopeningForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String words = Typed.wordsNeeded(form.words(), "words", "Say what brings them back", problems);
        if (!Typed.accepted(problems, "words", () -> closures.reopen(new CaseId(id), words, me))) return askAgain(id, form, problems, model);
        next.addFlashAttribute(Frame.NOTICE, "The case is open again.");
        return "redirect:/desk/cases/" + id;
    }

    private String askAgain(UUID id, ReopeningForm form, Problems problems, Model model) {
        model.addAttribute("page", new FormPage<>(bars.look(id), form, problems));
        return "casework/web/reopening";
    }
}
