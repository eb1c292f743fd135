package org.alongside.disclosure.web;

import java.util.UUID;
import org.alongside.people.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What left about a person. */
@Controller
class LedgerController {
    private final LedgerPages pages;

    LedgerController(LedgerPages pages) {
        this.pages = pages;
    }

    @GetMapping("/desk/people/{id}/shared")
    String ledger(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.of(new PersonId(id)));
        return "disclosure/web/ledger";
    }
}
