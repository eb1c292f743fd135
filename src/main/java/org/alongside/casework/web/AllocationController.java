package org.alongside.casework.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.Allocations;
import org.alongside.casework.CaseId;
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
class AllocationController {
    private final Allocations allocations;
    private final AllocationPages pages;

    AllocationController(Allocations allocations, AllocationPages pages) {
        this.allocations = allocations;
        this.pages = pages;
    }

    @GetMapping("/desk/cases/{id}/allocation")
    String show(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.page(id, null, new Problems(), me));
        return "casework/web/allocation";
    }

    @PostMapping("/desk/cases/{id}/allocation")
    String allocate(@PathVariable UUID id, AllocationForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean allocated = form.read(problems).filter(allocation -> Typed.accepted(problems, "to", () -> allocations.allocate(new CaseId(id), allocation, me))).isPresent();
        if (!allocated) {
            model.addAttribute("page", pages.page(id, form, problems, me));
            return "casework/web/allocation";
        }
        next.addFlashAttribute(Frame.NOTICE, "The case has its worker.");
        return "redirect:/desk/cases/" + id;
    }
}
