package org.alongside.involvement.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.involvement.Claim;
import org.alongside.involvement.Expenses;
import org.alongside.involvement.GroupMembers;
import org.alongside.involvement.Groups;
import org.alongside.involvement.Involvement;
import org.alongside.involvement.SteeringGroup;
import org.alongside.organisations.Names;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.Side;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;
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

/** Steering groups: which there are, what for, and who runs them. */
@Controller
@RequestMapping("/desk/involvement")
class InvolvementController {
    private final Groups groups;
    private final GroupMembers members;
    private final Expenses expenses;
    private final Involvement involvement;
    private final Organisations organisations;
    private final Clock clock;

    InvolvementController(Groups groups, GroupMembers members, Expenses expenses, Involvement involvement, Organisations organisations, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.expenses = expenses;
        this.involvement = involvement;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Bean
    static DeskLink involvementLink() {
        return new DeskLink(66, "/desk/involvement", "Steering groups").only(Side.SUPPORT);
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        return all(GroupForm.empty(), new Problems(), me, model);
    }

    @PostMapping
    String make(GroupForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Role.MANAGER);
        Problems problems = new Problems();
        SteeringGroup.Words words = form.read(problems).orElse(null);
        if (form.runner() == null || form.runner().isBlank()) problems.add("runner", "Choose who runs it");
        UUID id = Typed.id(form.once());
        if (words == null || !Typed.accepted(problems, "runner", () -> groups.make(id, words, new WorkerId(Typed.id(form.runner())), me))) return all(form, problems, me, model);
        return done("/desk/involvement/groups/" + id, "Made. Whoever runs it can invite its members.", next);
    }

    @GetMapping("/groups/{steering}")
    String one(@PathVariable("steering") UUID group, Actor.Worker me, Model model) {
        return one(group, null, "", new Problems(), me, model);
    }

    @PostMapping("/groups/{steering}")
    String change(@PathVariable("steering") UUID group, GroupForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Role.MANAGER);
        groups.one(group, me);
        Problems problems = new Problems();
        SteeringGroup.Words words = form.read(problems).orElse(null);
        if (words == null || !Typed.accepted(problems, "name", () -> groups.change(group, words, me))) return one(group, form, "change", problems, me, model);
        return done("/desk/involvement/groups/" + group, "Saved.", next);
    }

    @PostMapping("/groups/{steering}/runners")
    String name(@PathVariable("steering") UUID group, @RequestParam(defaultValue = "") String runner, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Role.MANAGER);
        groups.one(group, me);
        Problems problems = new Problems();
        if (runner.isBlank()) problems.add("runner", "Choose who runs it, too");
        if (!Typed.accepted(problems, "runner", () -> groups.name(group, new WorkerId(Typed.id(runner)), me))) return one(group, null, "name", problems, me, model);
        return done("/desk/involvement/groups/" + group, "Named. They read who is in the group from now on.", next);
    }

    @PostMapping("/groups/{steering}/runners/{worker}/ending")
    String end(@PathVariable("steering") UUID group, @PathVariable UUID worker, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "runner", () -> groups.end(group, new WorkerId(worker), me))) return one(group, null, "name", problems, me, model);
        return done("/desk/involvement/groups/" + group, "They run it no more, and read nothing of it from now on.", next);
    }

    private String all(GroupForm form, Problems problems, Actor.Worker me, Model model) {
        boolean manages = me.is(Role.MANAGER);
        Names names = organisations.names();
        List<GroupsPage.Row> rows = groups.all(me).stream().map(one -> new GroupsPage.Row(one, one.runners().stream().map(names::of).collect(Collectors.joining(" and ")))).toList();
        model.addAttribute("page", new GroupsPage(rows, involvement.changes().stream().filter(one -> one.decision() != null).limit(20).toList(), manages, manages ? able(me) : List.of(), form, problems));
        return "involvement/web/groups";
    }

    private String one(UUID id, @Nullable GroupForm form, String open, Problems problems, Actor.Worker me, Model model) {
        SteeringGroup group = groups.one(id, me);
        boolean runs = group.isRunBy(me.worker()), manages = me.is(Role.MANAGER);
        Names names = organisations.names();
        List<GroupPage.Runner> runners = group.runners().stream().map(one -> new GroupPage.Runner(one.id(), names.of(one), one.equals(me.worker()))).toList();
        int waiting = runs ? (int) expenses.of(id, Times.day(clock.instant()).getYear(), me).stream().filter(Claim::isOpen).count() : 0;
        List<Option> able = manages ? able(me).stream().filter(one -> group.runners().stream().noneMatch(its -> its.id().toString().equals(one.value()))).toList() : List.of();
        model.addAttribute("page", new GroupPage(group, runners, runs, manages, involvement.of(id, me), runs ? members.toAsk(id, me).size() : 0, waiting, able, form == null ? GroupForm.of(group) : form, open, problems));
        return "involvement/web/group";
    }

    private List<Option> able(Actor.Worker me) {
        return groups.able(me).stream().map(one -> new Option(one.id().id().toString(), one.name())).toList();
    }

    private static String done(String path, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:" + path;
    }
}
