package org.alongside.disclosure.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.people.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What left about a person. */
@Controller
class LedgerController {
    private static final Role[] ROLES = {Role.HELPLINE, Role.SUPPORT_WORKER, Role.CHILDRENS_WORKER, Role.DUTY, Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.PRIVACY_LEAD, Role.FACILITATOR, Role.PARTNER_SUPPORT};
    private final LedgerPages pages;

    LedgerController(LedgerPages pages) {
        this.pages = pages;
    }

    @GetMapping("/desk/people/{id}/shared")
    String ledger(@PathVariable UUID id, Actor.Worker me, Model model) {
        // Safety: why something was shared without agreement is no volunteer’s to read.
        me.mustBe(ROLES);
        model.addAttribute("page", pages.of(new PersonId(id)));
        return "disclosure/web/ledger";
    }
}
