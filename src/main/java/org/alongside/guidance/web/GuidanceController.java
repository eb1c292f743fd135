package org.alongside.guidance.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.alongside.helpline.Helpline;
import org.alongside.helpline.Helpline.Group;
import org.alongside.helpline.Helplines;
import org.alongside.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The first page and the short pages behind it. They need nothing but memory. */
@Controller
class GuidanceController {

    private static final Set<Group> FOR_THE_FIRST_PAGE = Set.of(Group.ANYONE, Group.WOMEN, Group.MEN, Group.LGBT, Group.NATIONS, Group.CHILDREN, Group.BEHAVIOUR);
    private static final int LINES_ON_THE_FIRST_PAGE = 6;
    private final Helplines helplines;
    private final Clock clock;

    GuidanceController(Helplines helplines, Clock clock) {
        this.helplines = helplines;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Model model) {
        List<Helpline> open = helplines.all().stream()
                .filter(line -> !line.listing().serves().isLocal())
                .filter(line -> FOR_THE_FIRST_PAGE.contains(line.group()))
                .filter(line -> line.at(clock.instant()).isOpen())
                .limit(LINES_ON_THE_FIRST_PAGE)
                .toList();
        model.addAttribute("page", new HomePage(open));
        return "guidance/web/home";
    }

    @GetMapping("/{path:is-this-abuse|will-i-be-believed|what-a-support-worker-does|what-happens-next|men|worried-about-someone|my-behaviour|danger-now}")
    String guide(@PathVariable String path, Model model) {
        model.addAttribute("page", Guide.at(path).orElseThrow(NotFound::new));
        return "guidance/web/guide";
    }
}
