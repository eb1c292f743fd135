package org.alongside.toolkit.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.agencies.Agencies;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.toolkit.Tallies;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Opens tallies for teams, and shows how often they asked. */
@Controller
@RequestMapping("/desk/enquiry")
class TallyDeskController {
    private static final String LINK = "link";
    private final Tallies tallies;
    private final Agencies agencies;

    TallyDeskController(Tallies tallies, Agencies agencies) {
        this.tallies = tallies;
        this.agencies = agencies;
    }

    @Bean
    static DeskLink tallyLink() {
        return new DeskLink(67, "/desk/enquiry", "Asking", Role.TRAINER.name(), Role.MANAGER.name());
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        return all(UUID.randomUUID().toString(), null, new Problems(), me, model);
    }

    @PostMapping
    String open(@RequestParam(required = false) String once, @RequestParam(required = false) String team, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Tallies.OPEN);
        Problems problems = new Problems();
        if (team == null || team.isBlank()) problems.add("team", "Choose a team");
        String[] code = new String[1];
        if (!problems.isEmpty() || !Typed.accepted(problems, "team", () -> code[0] = tallies.open(Typed.id(once), Typed.id(team), me))) return all(String.valueOf(once), team, problems, me, model);
        return linked(code[0], "Opened.", next);
    }

    @PostMapping("/{id}/link")
    String renew(@PathVariable UUID id, Actor.Worker me, RedirectAttributes next) {
        return linked(tallies.renew(id, me), "The old link leads nowhere any more.", next);
    }

    @PostMapping("/{id}/closure")
    String close(@PathVariable UUID id, Actor.Worker me, RedirectAttributes next) {
        tallies.close(id, me);
        next.addFlashAttribute(Frame.NOTICE, "Closed. What was counted stays counted.");
        return "redirect:/desk/enquiry";
    }

    private static String linked(String code, String notice, RedirectAttributes next) {
        next.addFlashAttribute(LINK, ServletUriComponentsBuilder.fromCurrentContextPath().path("/enquiry/tally/" + code).toUriString());
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/enquiry";
    }

    private String all(String once, @Nullable String team, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", TallyDeskPage.of(tallies.all(me), agencies.of(me.organisation()), (String) model.getAttribute(LINK), once, team, problems));
        return "toolkit/web/tallies";
    }
}
