package org.alongside.helpline.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.shared.Times;
import org.alongside.ui.DeskLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CallsController {
    private final CallsPages pages;
    private final Clock clock;

    CallsController(CallsPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    static DeskLink callsLink() {
        return new DeskLink(20, "/desk/calls", "Helpline", "VOLUNTEER", "HELPLINE", "SUPPORT_WORKER", "CHILDRENS_WORKER", "DUTY", "MANAGER", "SAFEGUARDING_LEAD", "FACILITATOR", "PARTNER_SUPPORT");
    }

    @GetMapping("/desk/calls")
    String day(@RequestParam(required = false) @Nullable String day, @RequestParam(required = false) @Nullable String after, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.day(read(day), Cursor.read(after), me));
        return "helpline/web/calls";
    }

    @GetMapping("/desk/calls/{id}")
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(id, me));
        return "helpline/web/call";
    }

    private LocalDate read(@Nullable String day) {
        try {
            return day == null ? Times.day(clock.instant()) : LocalDate.parse(day);
        } catch (DateTimeException nonsense) {
            return Times.day(clock.instant());
        }
    }
}
