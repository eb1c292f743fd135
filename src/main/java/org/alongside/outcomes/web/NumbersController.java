package org.alongside.outcomes.web;

import java.time.LocalDate;
import java.util.Optional;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.outcomes.Numbers;
import org.alongside.outcomes.Said;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Typed;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What partners said, in numbers, for those beside them; and handing the numbers to the programme. */
@Controller
@RequestMapping("/desk/partners/outcomes")
class NumbersController {
    private final Numbers numbers;

    NumbersController(Numbers numbers) {
        this.numbers = numbers;
    }

    @Bean
    static DeskLink partnersSayLink() {
        return new DeskLink(59, "/desk/partners/outcomes", "What partners say", Role.MANAGER.name(), Role.SAFEGUARDING_LEAD.name(), Role.PARTNER_SUPPORT.name()).only(Side.SUPPORT);
    }

    /** @param handed when numbers were last handed over */
    record NumbersPage(Said said, Optional<LocalDate> handed, boolean mayHand, Problems problems) {}

    @GetMapping
    String show(Actor.Worker me, Model model) {
        return show(new Problems(), me, model);
    }

    @PostMapping("/handing-over")
    String hand(Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "handing-over", () -> numbers.hand(me))) return show(problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Handed over. The programme reads these numbers, and not a name.");
        return "redirect:/desk/partners/outcomes";
    }

    private String show(Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", new NumbersPage(numbers.partners(me), numbers.handedOn(), me.is(Role.MANAGER) || me.is(Role.SAFEGUARDING_LEAD), problems));
        return "outcomes/web/numbers";
    }
}
