package org.alongside.guidance.web;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.alongside.directory.OpenNow.State;
import org.alongside.helpline.Helpline;
import org.alongside.helpline.Helplines;
import org.alongside.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The first page and the short pages behind it. They need nothing but memory. */
@Controller
class GuidanceController {

    /** One page, every kind of person: a man who looks here finds a line that is for him. */
    private static final List<String> LINES_ON_THE_FIRST_PAGE = List.of("national", "live-fear-free", "scotland", "northern-ireland", "mankind", "mens-advice-line", "galop", "childline", "respect");

    private final Helplines helplines;
    private final Clock clock;

    GuidanceController(Helplines helplines, Clock clock) {
        this.helplines = helplines;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Model model) {
        Instant now = clock.instant();
        List<Helpline> lines = LINES_ON_THE_FIRST_PAGE.stream()
                .flatMap(key -> helplines.line(key).stream())
                .filter(line -> line.at(now).state() != State.CLOSED)
                .sorted(comparing(line -> line.at(now).state()))
                .toList();
        model.addAttribute("page", new HomePage(lines));
        return "guidance/web/home";
    }

    @GetMapping("/pages/{number}")
    String guide(@PathVariable String number, Model model) {
        Guide guide = Guide.at(number).orElseThrow(NotFound::new);
        model.addAttribute("page", new GuidePage(guide, guide.isAboutOwnBehaviour() ? helplines.aboutOwnBehaviour() : List.of()));
        return "guidance/web/guide";
    }
}
