package org.alongside.casework.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.casework.Children;
import org.alongside.people.PersonId;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ChildController {
    private final Children children;

    ChildController(Children children) {
        this.children = children;
    }

    @PostMapping("/desk/cases/{id}/children/{child}/case")
    String open(@PathVariable UUID id, @PathVariable UUID child, Actor.Worker me, RedirectAttributes next) {
        CaseId own = children.open(new CaseId(id), new PersonId(child), me);
        next.addFlashAttribute(Frame.NOTICE, "This is the child’s own case.");
        return "redirect:/desk/cases/" + own.id();
    }
}
