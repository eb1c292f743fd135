package org.alongside.programme.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.programme.MakeUps;
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

/** What a participant missed, and how it is made up. */
@Controller
@RequestMapping("/desk/cases/{id}/programme/making-up")
class MakeUpController {
    static final String ONE_TO_ONE = "one";
    private final MakeUps makeUps;
    private final MakeUpPages pages;

    MakeUpController(MakeUps makeUps, MakeUpPages pages) {
        this.makeUps = makeUps;
        this.pages = pages;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, Map.of(), TypedDate.NONE, new Problems(), me, model);
    }

    @PostMapping
    String makeUp(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String missed = Typed.wordsNeeded(typed.get("missed"), "missed", "Choose which session is made up", problems), how = Typed.wordsNeeded(typed.get("how"), "how", "Choose where it is made up", problems), note = Typed.words(typed.get("note"), "note", problems);
        TypedDate on = new TypedDate(typed.get("on.day"), typed.get("on.month"), typed.get("on.year"));
        boolean alone = ONE_TO_ONE.equals(how);
        LocalDate day = alone ? on.read("on", problems).orElse(null) : null;
        if (alone && day == null && on.isBlank()) problems.add("on", "Enter the day on which you met");
        if (alone && (typed.get("with") == null || typed.get("with").isBlank())) problems.add("with", "Choose who met with them");
        boolean kept = Typed.accepted(problems, "how", () -> makeUp(new CaseId(id), Typed.id(missed), how, day, typed, note == null ? "" : note, me));
        if (!kept) return show(id, typed, on, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, alone ? "Written down: it is made up." : "Planned. They stand in the register of that session as a guest.");
        return "redirect:/desk/cases/" + id + "/programme/making-up";
    }

    private void makeUp(CaseId id, UUID missed, String how, @Nullable LocalDate day, Map<String, String> typed, String note, Actor.Worker me) {
        if (day != null) makeUps.oneToOne(id, missed, new WorkerId(Typed.id(typed.get("with"))), day, note, me);
        else makeUps.plan(id, missed, Typed.id(how), me);
    }

    private String show(UUID id, Map<String, String> typed, TypedDate on, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(id, typed, on, problems, me));
        return "programme/web/makingup";
    }
}
