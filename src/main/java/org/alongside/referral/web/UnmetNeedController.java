package org.alongside.referral.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.referral.UnmetNeed;
import org.alongside.shared.Times;
import org.alongside.ui.DeskLink;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The need that nobody met, for managers. */
@Controller
class UnmetNeedController {
    private static final int MONTHS = 12;
    private final UnmetNeed unmet;
    private final Clock clock;

    UnmetNeedController(UnmetNeed unmet, Clock clock) {
        this.unmet = unmet;
        this.clock = clock;
    }

    @Bean
    static DeskLink unmetNeedLink() {
        return new DeskLink(79, "/desk/unmet-need", "Need that nobody met", Role.MANAGER.name());
    }

    @GetMapping("/desk/unmet-need")
    String show(Actor.Worker me, Model model) {
        LocalDate now = Times.day(clock.instant()).withDayOfMonth(1);
        List<LocalDate> months = IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList();
        DateTimeFormatter name = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
        model.addAttribute("page", UnmetNeedPage.of(months, unmet.since(months.get(MONTHS - 1), me), name::format));
        return "referral/web/unmetNeed";
    }
}
