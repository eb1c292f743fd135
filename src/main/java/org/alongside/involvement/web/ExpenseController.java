package org.alongside.involvement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.involvement.Claim;
import org.alongside.involvement.Expenses;
import org.alongside.involvement.GroupMember;
import org.alongside.involvement.GroupMembers;
import org.alongside.involvement.Groups;
import org.alongside.involvement.SteeringGroup;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What members of a steering group spent and are paid. */
@Controller
@RequestMapping("/desk/involvement")
class ExpenseController {
    private final Groups groups;
    private final GroupMembers members;
    private final Expenses expenses;
    private final Organisations organisations;
    private final Clock clock;

    ExpenseController(Groups groups, GroupMembers members, Expenses expenses, Organisations organisations, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.expenses = expenses;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/groups/{steering}/expenses")
    String year(@PathVariable("steering") UUID group, @RequestParam(defaultValue = "") String year, Actor.Worker me, Model model) {
        return show(group, year.matches("20\\d\\d") ? Integer.parseInt(year) : today().getYear(), ClaimForm.empty(today()), null, TypedDate.of(today()), new Problems(), me, model);
    }

    @PostMapping("/groups/{steering}/expenses")
    String enter(@PathVariable("steering") UUID group, ClaimForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        groups.mustRun(group, me);
        Problems problems = new Problems();
        ClaimForm.Read read = form.read(problems).orElse(null);
        if (read == null || !Typed.accepted(problems, "kind", () -> expenses.enter(Typed.id(form.once()), read.member(), read.kind(), read.pence(), read.on(), read.receipt(), me))) return show(group, today().getYear(), form, null, TypedDate.of(today()), problems, me, model);
        return done(group, read.on().getYear(), "Entered. Somebody else who runs the group approves it.", next);
    }

    @PostMapping("/claims/{claim}/approval")
    String approve(@PathVariable UUID claim, Actor.Worker me, Model model, RedirectAttributes next) {
        return decide(claim, true, "Approved. It can be paid.", me, model, next);
    }

    @PostMapping("/claims/{claim}/refusal")
    String refuse(@PathVariable UUID claim, Actor.Worker me, Model model, RedirectAttributes next) {
        return decide(claim, false, "Refused. Tell them why.", me, model, next);
    }

    private String decide(UUID id, boolean approve, String notice, Actor.Worker me, Model model, RedirectAttributes next) {
        Claim claim = expenses.one(id, me);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "claim-" + id, () -> expenses.decide(id, approve, me))) return show(claim.group(), claim.on().getYear(), ClaimForm.empty(today()), id, TypedDate.of(today()), problems, me, model);
        return done(claim.group(), claim.on().getYear(), notice, next);
    }

    @PostMapping("/claims/{claim}/payment")
    String pay(@PathVariable UUID claim, MemberController.DayForm day, Actor.Worker me, Model model, RedirectAttributes next) {
        Claim its = expenses.one(claim, me);
        Problems problems = new Problems();
        LocalDate on = day.read(problems);
        if (!Typed.accepted(problems, "on", () -> expenses.pay(claim, on, me))) return show(its.group(), its.on().getYear(), ClaimForm.empty(today()), claim, day.on(), problems, me, model);
        return done(its.group(), its.on().getYear(), "Paid.", next);
    }

    @PostMapping("/claims/{claim}/payment/taking-back")
    String notPaid(@PathVariable UUID claim, Actor.Worker me, Model model, RedirectAttributes next) {
        Claim its = expenses.one(claim, me);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "claim-" + claim, () -> expenses.pay(claim, null, me))) return show(its.group(), its.on().getYear(), ClaimForm.empty(today()), claim, TypedDate.of(today()), problems, me, model);
        return done(its.group(), its.on().getYear(), "Not paid after all.", next);
    }

    private static String done(UUID group, int year, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/involvement/groups/" + group + "/expenses?year=" + year;
    }

    private String show(UUID id, int year, ClaimForm form, @Nullable UUID refused, TypedDate paid, Problems problems, Actor.Worker me, Model model) {
        SteeringGroup group = groups.mustRun(id, me);
        List<GroupMember> all = members.of(id, me);
        Map<UUID, String> names = all.stream().collect(Collectors.toMap(GroupMember::id, GroupMember::shown));
        List<Option> able = all.stream().filter(one -> !one.forgotten() && (one.isIn() || one.leftOn() != null)).map(one -> new Option(one.id().toString(), one.shown())).toList();
        model.addAttribute("page", new ExpensesPage(group, year, expenses.of(id, year, me), names, organisations.names(), able, me.worker(), form, refused, paid, problems));
        return "involvement/web/expenses";
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
