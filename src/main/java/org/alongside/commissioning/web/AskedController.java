package org.alongside.commissioning.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.commissioning.Commissioning;
import org.alongside.commissioning.Request;
import org.alongside.commissioning.RequestState;
import org.alongside.improvement.Plan;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
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

/** For services: what a commissioner asked them, and what they answer. */
@Controller
@RequestMapping("/desk/commissioning/asked-of-us")
class AskedController {
    private final Commissioning commissioning;
    private final Clock clock;

    AskedController(Commissioning commissioning, Clock clock) {
        this.commissioning = commissioning;
        this.clock = clock;
    }

    @Bean
    static DeskLink askedOfUsLink() {
        return new DeskLink(85, "/desk/commissioning/asked-of-us", "What commissioners ask us", Stream.of(Commissioning.ANSWER).map(Enum::name).toArray(String[]::new));
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        model.addAttribute("page", new AskedPage(commissioning.askedOfUs(me), Times.day(clock.instant())));
        return "commissioning/web/asked";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, null, null, null, new Problems(), me, model);
    }

    @PostMapping("/{id}")
    String answer(@PathVariable UUID id, AnswerForm form, @RequestParam(defaultValue = "look") String then, Actor.Worker me, Model model, RedirectAttributes next) {
        commissioning.askedOfUs(id, me);
        Problems problems = new Problems();
        Commissioning.Answer answer = form.read(commissioning.plans(), problems).orElse(null);
        if (answer == null) return show(id, form, null, null, problems, me, model);
        try {
            if (!then.equals("send")) return show(id, form, commissioning.shown(id, answer, me), null, problems, me, model);
            commissioning.answer(id, answer, me);
        } catch (RuleBroken refused) {
            problems.add("said", refused.getMessage());
            return show(id, form, null, null, problems, me, model);
        }
        next.addFlashAttribute(Frame.NOTICE, "Sent. They read it as it stands here.");
        return "redirect:/desk/commissioning/asked-of-us/" + id;
    }

    @PostMapping("/{id}/refusal")
    String decline(@PathVariable UUID id, @RequestParam(defaultValue = "") String why, Actor.Worker me, Model model, RedirectAttributes next) {
        commissioning.askedOfUs(id, me);
        Problems problems = new Problems();
        String words = Typed.wordsNeeded(why, "why", "Say why: they read it", problems);
        if (!Typed.accepted(problems, "why", () -> commissioning.decline(id, String.valueOf(words), me))) return show(id, null, null, why, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Declined. They are told, and read why.");
        return "redirect:/desk/commissioning/asked-of-us";
    }

    private String show(UUID id, @Nullable AnswerForm form, @Nullable Request preview, @Nullable String why, Problems problems, Actor.Worker me, Model model) {
        Request request = commissioning.askedOfUs(id, me);
        List<Plan> plans = request.isOpen() ? commissioning.plans() : List.of();
        boolean known = request.state() == RequestState.ASKED && form == null;
        AnswerForm shown = form != null ? form : AnswerForm.of(known ? commissioning.known(request, me) : Map.of(), plans, request.said());
        model.addAttribute("page", new AnswerPage(request, preview, shown, plans, known && !shown.men().isEmpty(), form != null && preview == null || request.state() == RequestState.ASKED, why, Times.day(clock.instant()), problems));
        return "commissioning/web/answer";
    }
}
