package org.alongside.programme.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.programme.Cohorts;
import org.alongside.programme.Engagement;
import org.alongside.programme.Mark;
import org.alongside.programme.Register;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Groups, their waiting list, and the register of each session. */
@Controller
@RequestMapping("/desk/groups")
class GroupController {
    private final Cohorts cohorts;
    private final Register register;
    private final GroupPages pages;
    private final Clock clock;

    GroupController(Cohorts cohorts, Register register, GroupPages pages, Clock clock) {
        this.cohorts = cohorts;
        this.register = register;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        model.addAttribute("page", pages.all(me));
        return "programme/web/groups";
    }

    @GetMapping("/new")
    String make(Actor.Worker me, Model model) {
        return make(GroupForm.empty(me.worker()), new Problems(), me, model);
    }

    @PostMapping
    String make(GroupForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        UUID id = Typed.id(form.once());
        boolean made = form.read(clock, problems).filter(cohort -> Typed.accepted(problems, "coFacilitator", () -> cohorts.make(cohort, me))).isPresent();
        return made ? saved(id, "The group is made, with its places and sessions.", next) : make(form, problems, me, model);
    }

    private String make(GroupForm form, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.make(form, problems, me));
        return "programme/web/newgroup";
    }

    @GetMapping("/{group}")
    String one(@PathVariable UUID group, Actor.Worker me, Model model) {
        return show(group, new Problems(), me, model);
    }

    @PostMapping("/{group}/end")
    String end(@PathVariable UUID group, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        return Typed.accepted(problems, "end", () -> cohorts.end(group, me)) ? saved(group, "The group has ended.", next) : show(group, problems, me, model);
    }

    private String show(UUID group, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(group, problems, me));
        return "programme/web/group";
    }

    @GetMapping("/{group}/sessions/{session}")
    String session(@PathVariable UUID group, @PathVariable UUID session, Actor.Worker me, Model model) {
        return session(group, session, Map.of(), new Problems(), me, model);
    }

    @PostMapping("/{group}/sessions/{session}")
    String mark(@PathVariable UUID group, @PathVariable UUID session, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        List<Register.Marked> marks = new ArrayList<>();
        for (GroupPages.Line line : pages.session(group, session, typed, problems, me).lines()) {
            Mark mark = Typed.one(Mark.class, typed.get(line.field("mark")));
            String note = Typed.words(typed.get(line.field("note")), line.field("note"), problems), concern = Typed.words(typed.get(line.field("concern")), line.field("concern"), problems);
            if (mark == null && (note != null || concern != null)) problems.add(line.field("mark"), "Say whether they came");
            if (mark != null) marks.add(new Register.Marked(line.line().enrolment(), mark, Typed.one(Engagement.class, typed.get(line.field("engagement"))), note == null ? "" : note, concern == null ? "" : concern));
        }
        if (!Typed.accepted(problems, "register", () -> register.mark(group, session, marks, me))) return session(group, session, typed, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Saved. Partner support was told who was here and who was not.");
        return "redirect:/desk/groups/" + group + "/sessions/" + session;
    }

    private String session(UUID group, UUID session, Map<String, String> typed, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.session(group, session, typed, problems, me));
        return "programme/web/session";
    }

    private static String saved(UUID group, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/groups/" + group;
    }
}
