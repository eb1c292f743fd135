package org.alongside.programme.web;

import java.util.Map;
import java.util.Optional;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.outcomes.Numbers;
import org.alongside.outcomes.Said;
import org.alongside.programme.Finishing;
import org.alongside.programme.KnownHarms;
import org.alongside.shared.Protected;
import org.alongside.shared.Side;
import org.alongside.ui.DeskLink;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether it helps: what partners say, then what participants say, and only then who finished. */
@Controller
class ResultsController {
    private final Numbers numbers;
    private final KnownHarms harms;
    private final Finishing finishing;

    ResultsController(Numbers numbers, KnownHarms harms, Finishing finishing) {
        this.numbers = numbers;
        this.harms = harms;
        this.finishing = finishing;
    }

    @Bean
    static DeskLink outcomesLink() {
        return new DeskLink(59, "/desk/groups/outcomes", "Whether it helps", Role.FACILITATOR.name(), Role.MANAGER.name(), Role.SAFEGUARDING_LEAD.name()).only(Side.CHANGE);
    }

    /** @param partners what was handed over; empty when nothing was */
    record ResultsPage(Optional<Numbers.Handed> partners, Said participants, Map<String, Protected> pattern, Map<String, Protected> finishing) {
        boolean isEmpty(Map<String, Protected> rows) {
            return rows.values().stream().allMatch(Protected.NONE::equals);
        }
    }

    @GetMapping("/desk/groups/outcomes")
    @Transactional(readOnly = true)
    String show(Actor.Worker me, Model model) {
        Said participants = numbers.participants(me);
        model.addAttribute("page", new ResultsPage(numbers.handed(me), participants, harms.counted(me), finishing.counted(me)));
        return "programme/web/results";
    }
}
