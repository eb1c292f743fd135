package org.alongside.messages.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/desk/messages")
class OutboxController {
    private final OutboxPages pages;

    OutboxController(OutboxPages pages) {
        this.pages = pages;
    }

    @GetMapping
    String outbox(Actor.Worker me, Model model) {
        me.mustBe(Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD);
        model.addAttribute("page", pages.outbox());
        return "messages/web/outbox";
    }

    @PostMapping("/{id}/seen")
    String seen(@PathVariable UUID id, Actor.Worker me) {
        me.mustBe(Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD);
        pages.seen(id, me);
        return "redirect:/desk/messages";
    }
}
