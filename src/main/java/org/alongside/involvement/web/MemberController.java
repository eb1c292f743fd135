package org.alongside.involvement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.involvement.Answer;
import org.alongside.involvement.Expenses;
import org.alongside.involvement.GroupMember;
import org.alongside.involvement.GroupMembers;
import org.alongside.involvement.Groups;
import org.alongside.involvement.Purpose;
import org.alongside.involvement.SteeringGroup;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
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

/** The members of a steering group: invited, asked, gone when they like. */
@Controller
@RequestMapping("/desk/involvement")
class MemberController {
    private final Groups groups;
    private final GroupMembers members;
    private final Expenses expenses;
    private final Organisations organisations;
    private final Clock clock;

    MemberController(Groups groups, GroupMembers members, Expenses expenses, Organisations organisations, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.expenses = expenses;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** A day, as typed on a small form. */
    record DayForm(@Nullable TypedDate on) {
        DayForm {
            on = on == null ? TypedDate.NONE : on;
        }

        @Nullable LocalDate read(Problems problems) {
            return on.needed("on", "Enter the day", problems).orElse(null);
        }
    }

    @GetMapping("/groups/{steering}/members")
    String all(@PathVariable("steering") UUID group, Actor.Worker me, Model model) {
        return all(group, InvitationForm.empty(today()), new Problems(), me, model);
    }

    @PostMapping("/groups/{steering}/members")
    String invite(@PathVariable("steering") UUID group, InvitationForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        groups.mustRun(group, me);
        Problems problems = new Problems();
        InvitationForm.Read read = form.read(problems).orElse(null);
        UUID id = Typed.id(form.once());
        if (read == null || !Typed.accepted(problems, "on", () -> members.invite(id, group, read.called(), read.contact(), read.on(), read.way(), me))) return all(group, form, problems, me, model);
        return done("/desk/involvement/groups/" + group + "/members", "Invitation written down.", next);
    }

    @GetMapping("/members/{member}")
    String one(@PathVariable UUID member, Actor.Worker me, Model model) {
        return one(member, null, "", new Problems(), me, model);
    }

    @GetMapping("/members/{member}/paper")
    String paper(@PathVariable UUID member, Actor.Worker me, Model model) {
        one(member, null, "", new Problems(), me, model);
        return "involvement/web/paper";
    }

    @PostMapping("/members/{member}")
    String change(@PathVariable UUID member, @RequestParam(defaultValue = "") String called, @RequestParam(defaultValue = "") String contact, Actor.Worker me, Model model, RedirectAttributes next) {
        members.look(member, me);
        Problems problems = new Problems();
        String name = Typed.wordsNeeded(called, "called", InvitationForm.CALLED, "Enter what they want to be called", problems), safe = Typed.fitting(contact, "contact", InvitationForm.CONTACT, problems);
        if (name == null || !Typed.accepted(problems, "called", () -> members.change(member, name, safe, me))) return one(member, new MemberPage.Typed(called, contact, TypedDate.of(today()), null, null), "change", problems, me, model);
        return done(path(member), "Saved.", next);
    }

    @PostMapping("/members/{member}/answer")
    String answer(@PathVariable UUID member, @RequestParam(defaultValue = "") String answer, DayForm day, Actor.Worker me, Model model, RedirectAttributes next) {
        GroupMember one = members.look(member, me);
        Problems problems = new Problems();
        if (!answer.equals("yes") && !answer.equals("no")) problems.add("answer", "Choose what they said");
        LocalDate on = day.read(problems);
        if (on == null || !Typed.accepted(problems, "on", () -> members.answer(member, answer.equals("yes"), on, me))) return one(member, new MemberPage.Typed(one.called(), one.contact(), day.on(), null, answer), "answer", problems, me, model);
        if (answer.equals("no")) return done("/desk/involvement/groups/" + one.group() + "/members", "Written down. Their name and how to reach them are erased.", next);
        return done(path(member), "They are in. Now ask about each of the other things.", next);
    }

    @PostMapping("/members/{member}/consents")
    String consent(@PathVariable UUID member, @RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String purpose, @RequestParam(defaultValue = "") String answer, DayForm day, Actor.Worker me, Model model, RedirectAttributes next) {
        GroupMember one = members.look(member, me);
        Problems problems = new Problems();
        Purpose what = Typed.oneNeeded(Purpose.class, purpose, "purpose", "Choose what they were asked", problems);
        Answer said = Typed.oneNeeded(Answer.class, answer, "answer", "Choose what they said", problems);
        LocalDate on = day.read(problems);
        if (what == null || said == null || on == null || !Typed.accepted(problems, "on", () -> members.consent(Typed.id(once), member, what, said, on, me))) return one(member, new MemberPage.Typed(one.called(), one.contact(), day.on(), purpose, answer), "consent", problems, me, model);
        return done(path(member), what == Purpose.GROUP && said != Answer.GIVEN ? "Written down. They have left the group." : "Written down.", next);
    }

    @PostMapping("/members/{member}/leaving")
    String leave(@PathVariable UUID member, @RequestParam(defaultValue = "") String atOnce, DayForm day, Actor.Worker me, Model model, RedirectAttributes next) {
        GroupMember one = members.look(member, me);
        Problems problems = new Problems();
        LocalDate on = day.read(problems);
        if (on == null || !Typed.accepted(problems, "on", () -> members.leave(member, on, atOnce.equals("yes"), me))) return one(member, new MemberPage.Typed(one.called(), one.contact(), day.on(), null, null), "leaving", problems, me, model);
        return done("/desk/involvement/groups/" + one.group() + "/members", atOnce.equals("yes") ? "They have left, and their details are erased." : "They have left. Their details go in six months, or when they ask.", next);
    }

    @PostMapping("/members/{member}/return")
    String comeBack(@PathVariable UUID member, Actor.Worker me, Model model, RedirectAttributes next) {
        members.look(member, me);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "return", () -> members.comeBack(member, me))) return one(member, null, "", problems, me, model);
        return done(path(member), "They are in again.", next);
    }

    private String all(UUID id, InvitationForm form, Problems problems, Actor.Worker me, Model model) {
        SteeringGroup group = groups.mustRun(id, me);
        model.addAttribute("page", new MembersPage(group, members.of(id, me), members.toAsk(id, me), form, problems));
        return "involvement/web/members";
    }

    private String one(UUID id, MemberPage.@Nullable Typed typed, String open, Problems problems, Actor.Worker me, Model model) {
        GroupMember member = members.look(id, me);
        model.addAttribute("page", new MemberPage(groups.mustRun(member.group(), me), member, members.history(id, me), organisations.names(), expenses.of(id, me), today(), UUID.randomUUID().toString(),
                typed == null ? MemberPage.Typed.of(member, today()) : typed, open, problems));
        return "involvement/web/member";
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    private static String path(UUID member) {
        return "/desk/involvement/members/" + member;
    }

    private static String done(String path, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:" + path;
    }
}
