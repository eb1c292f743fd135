package org.alongside.network.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.network.Member;
import org.alongside.network.Members;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Those in charge say of their own colleagues that they are who they say they are. */
@Controller
@RequestMapping("/desk/network/colleagues")
class ColleaguesController {
    private static final int LONGEST = 500;
    private final Members members;
    private final Clock clock;

    ColleaguesController(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        return show(null, null, new Problems(), me, model);
    }

    @PostMapping("/{worker}/confirmation")
    String confirm(@PathVariable UUID worker, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "person-" + worker, () -> members.confirm(new WorkerId(worker), me))) return show(worker, null, problems, me, model);
        return done("Confirmed for a year.", next);
    }

    @PostMapping("/{worker}/refusal")
    String refuse(@PathVariable UUID worker, @RequestParam(defaultValue = "") String reason, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Members.IN_CHARGE);
        Problems problems = new Problems();
        String why = reason(reason, problems);
        if (!Typed.accepted(problems, "reason", () -> members.refuse(new WorkerId(worker), why, me))) return show(worker, reason, problems, me, model);
        return done("Refused. They read why.", next);
    }

    @PostMapping("/{worker}/ending")
    String end(@PathVariable UUID worker, @RequestParam(defaultValue = "") String reason, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Members.IN_CHARGE);
        Problems problems = new Problems();
        String why = reason(reason, problems);
        if (!Typed.accepted(problems, "reason", () -> members.end(new WorkerId(worker), why, me))) return show(worker, reason, problems, me, model);
        return done("Ended. They read why.", next);
    }

    private static String reason(String typed, Problems problems) {
        String why = Typed.wordsNeeded(typed, "reason", LONGEST, "Say why; they read it", problems);
        return why == null ? "" : why;
    }

    private static String done(String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/network/colleagues";
    }

    private String show(@Nullable UUID refused, @Nullable String reason, Problems problems, Actor.Worker me, Model model) {
        List<Member> all = members.colleagues(me);
        if (refused != null && all.stream().noneMatch(one -> one.worker().id().equals(refused))) throw new NotFound("network member", refused);
        model.addAttribute("page", new ColleaguesPage(all, me.worker(), Times.day(clock.instant()), refused, reason, problems));
        return "network/web/colleagues";
    }
}
