package org.alongside.commissioning.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.commissioning.Commissioning;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For commissioners: services are asked how many men they reached and what they plan, and their answers stand side by side. */
@Controller
@RequestMapping("/desk/commissioning")
class CommissioningController {
    private final Commissioning commissioning;
    private final Organisations organisations;
    private final Clock clock;

    CommissioningController(Commissioning commissioning, Organisations organisations, Clock clock) {
        this.commissioning = commissioning;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Bean
    static DeskLink commissioningLink() {
        return new DeskLink(84, "/desk/commissioning", "Men reached, and what is planned", Role.COMMISSIONER.name());
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        model.addAttribute("page", CommissioningPage.of(commissioning.asked(me), today()));
        return "commissioning/web/commissioning";
    }

    @GetMapping("/new")
    String ask(Actor.Worker me, Model model) {
        return ask(AskForm.empty(today()), new Problems(), me, model);
    }

    @PostMapping
    String ask(AskForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Role.COMMISSIONER);
        Problems problems = new Problems();
        Commissioning.Asked asked = form.read(organisations.others(), today(), problems).orElse(null);
        if (asked == null || !Typed.accepted(problems, asked.due().isAfter(today()) ? "services" : "due", () -> commissioning.ask(asked, me))) return ask(form, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Asked. You are told when somebody answers.");
        return "redirect:/desk/commissioning";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        return one(id, new Problems(), me, model);
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, Actor.Worker me, Model model, RedirectAttributes next) {
        commissioning.asked(id, me);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "withdrawal", () -> commissioning.withdraw(id, me))) return one(id, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Withdrawn.");
        return "redirect:/desk/commissioning";
    }

    private String one(UUID id, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", new RequestPage(commissioning.asked(id, me), today(), problems));
        return "commissioning/web/request";
    }

    private String ask(AskForm form, Problems problems, Actor.Worker me, Model model) {
        me.mustBe(Role.COMMISSIONER);
        model.addAttribute("page", new AskPage(organisations.others(), form, today(), problems));
        return "commissioning/web/ask";
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
