package org.alongside.programme.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.programme.Cohorts;
import org.alongside.programme.MakeUps;
import org.alongside.programme.Register;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
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

/** A session that is moved or called off, and guests who make one up. */
@Controller
@RequestMapping("/desk/groups/{group}/sessions/{session}")
class SessionController {
    private final Cohorts cohorts;
    private final Register register;
    private final MakeUps makeUps;
    private final GroupPages pages;
    private final Clock clock;

    SessionController(Cohorts cohorts, Register register, MakeUps makeUps, GroupPages pages, Clock clock) {
        this.cohorts = cohorts;
        this.register = register;
        this.makeUps = makeUps;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/change")
    String change(@PathVariable UUID group, @PathVariable UUID session, Actor.Worker me, Model model) {
        return show(group, session, Map.of(), TypedDate.NONE, new Problems(), me, model);
    }

    @PostMapping("/change")
    String change(@PathVariable UUID group, @PathVariable UUID session, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String then = typed.getOrDefault("then", ""), why = Typed.wordsNeeded(typed.get("why"), "why", "Say why", problems);
        TypedDate on = new TypedDate(typed.get("on.day"), typed.get("on.month"), typed.get("on.year"));
        if (!List.of("move", "off").contains(then)) problems.add("then", "Choose whether it is moved or called off");
        Instant to = then.equals("move") ? Typed.at(on, typed.get("time"), "on", "Enter the day it is moved to", problems) : null;
        if (to != null && to.isAfter(clock.instant().plusSeconds(2L * 366 * 86400))) problems.add("on", "Enter a day within two years");
        Cohorts.Session of = register.session(group, session, me);
        boolean changed = Typed.accepted(problems, "then", () -> change(group, of, to, why, me));
        if (!changed) return show(group, session, typed, on, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, then.equals("move") ? "Moved. Tell everybody who comes, in a way that is safe." : "Called off. Tell everybody who comes, in a way that is safe. It counts as missed for nobody.");
        return "redirect:/desk/groups/" + group;
    }

    private void change(UUID group, Cohorts.Session session, @Nullable Instant to, String why, Actor.Worker me) {
        if (to == null) cohorts.callOff(group, session, why, me);
        else cohorts.move(group, session, to, why, me);
    }

    @PostMapping("/guests")
    String guests(@PathVariable UUID group, @PathVariable UUID session, @RequestParam(required = false) @Nullable List<String> came, Actor.Worker me, RedirectAttributes next) {
        Problems problems = new Problems();
        if (Typed.accepted(problems, "came", () -> makeUps.came(group, session, came == null ? List.of() : came.stream().map(Typed::id).toList(), me))) next.addFlashAttribute(Frame.NOTICE, came == null ? "Nothing was ticked." : "Written down: they made it up. For their partners' safety it stays missed.");
        return "redirect:/desk/groups/" + group + "/sessions/" + session;
    }

    private String show(UUID group, UUID session, Map<String, String> typed, TypedDate on, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.change(group, session, typed, on, problems, me));
        return "programme/web/changesession";
    }
}
