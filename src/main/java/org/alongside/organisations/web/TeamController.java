package org.alongside.organisations.web;

import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.organisations.Colleague;
import org.alongside.organisations.TeamInboxes;
import org.alongside.organisations.Organisations;
import org.alongside.organisations.Team;
import org.alongside.organisations.Team.Newcomer;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Controller
class TeamController {
    private final Team team;
    private final Organisations organisations;
    private final TeamInboxes inboxes;

    TeamController(Team team, Organisations organisations, TeamInboxes inboxes) {
        this.team = team;
        this.organisations = organisations;
        this.inboxes = inboxes;
    }

    @GetMapping("/desk/team")
    String list(Actor.Worker me, Model model) {
        me.mustBe(Role.ADMINISTRATOR, Role.MANAGER);
        List<TeamPage.Line> lines = organisations.colleagues().stream().map(colleague -> TeamPage.Line.of(colleague, Team.mayLookAfter(me, colleague))).toList();
        model.addAttribute("page", new TeamPage(lines, me.is(Role.ADMINISTRATOR) ? inboxes.all(me) : List.of()));
        return "organisations/web/team";
    }

    @GetMapping("/desk/team/new")
    String askNew(Actor.Worker me, Model model) {
        me.mustBe(Role.ADMINISTRATOR, Role.MANAGER);
        return show(null, ColleagueForm.empty(me), me, new Problems(), model);
    }

    @PostMapping("/desk/team/new")
    String invite(ColleagueForm form, Actor.Worker me, Model model) {
        me.mustBe(Role.ADMINISTRATOR, Role.MANAGER);
        Problems problems = new Problems();
        Newcomer newcomer = form.readNewcomer(problems);
        if (!problems.isEmpty()) return show(null, form, me, problems, model);
        try {
            return given(newcomer.name(), team.invite(me, newcomer), "3 days", model);
        } catch (RuleBroken broken) {
            return show(null, form, me, noted(broken), model);
        }
    }

    @GetMapping("/desk/team/{id}")
    String ask(@PathVariable UUID id, Actor.Worker me, Model model) {
        Colleague colleague = colleague(me, id);
        return show(colleague, ColleagueForm.of(colleague), me, new Problems(), model);
    }

    @PostMapping("/desk/team/{id}")
    String change(@PathVariable UUID id, ColleagueForm form, Actor.Worker me, Model model, RedirectAttributes after) {
        Colleague colleague = colleague(me, id);
        Problems problems = new Problems();
        Newcomer place = form.readPlace(problems);
        if (!problems.isEmpty()) return show(colleague, form, me, problems, model);
        try {
            team.change(me, colleague.id(), place.side(), place.roles(), form.reason());
        } catch (RuleBroken broken) {
            return show(colleague, form, me, noted(broken), model);
        }
        after.addFlashAttribute(Frame.NOTICE, colleague.name() + ": changed. It counts from their next click");
        return "redirect:/desk/team";
    }

    @GetMapping("/desk/team/{id}/leaving")
    String askLeaving(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", new LeavingPage(colleague(me, id), new Problems()));
        return "organisations/web/leaving";
    }

    @PostMapping("/desk/team/{id}/leaving")
    String leave(@PathVariable UUID id, Actor.Worker me, Model model, RedirectAttributes after) {
        Colleague colleague = colleague(me, id);
        try {
            team.leave(me, colleague.id());
        } catch (RuleBroken broken) {
            Problems problems = new Problems();
            problems.add("main", String.valueOf(broken.getMessage()));
            model.addAttribute("page", new LeavingPage(colleague, problems));
            return "organisations/web/leaving";
        }
        after.addFlashAttribute(Frame.NOTICE, colleague.name() + " no longer works here and is signed out everywhere. Their open work waits to be given to somebody else");
        return "redirect:/desk/team";
    }

    @PostMapping("/desk/team/{id}/link")
    String newStart(@PathVariable UUID id, Actor.Worker me, Model model) {
        Colleague colleague = colleague(me, id);
        return given(colleague.name(), team.newStart(me, colleague.id()), "15 minutes", model);
    }

    private Colleague colleague(Actor.Worker me, UUID id) {
        return organisations.colleagues().stream().filter(colleague -> colleague.id().equals(new WorkerId(id)) && Team.mayLookAfter(me, colleague)).findFirst()
                .orElseThrow(() -> new NotFound("worker", id));
    }

    private static Problems noted(RuleBroken broken) {
        Problems problems = new Problems();
        problems.add(broken.rule().replaceFirst(".*\\.", ""), String.valueOf(broken.getMessage()));
        return problems;
    }

    private static String given(String name, String token, String lasts, Model model) {
        String link = ServletUriComponentsBuilder.fromCurrentContextPath().path("/desk/link/" + token).toUriString();
        model.addAttribute("page", new GivenLinkPage(name, link, lasts));
        return "organisations/web/givenlink";
    }

    private static String show(@Nullable Colleague colleague, ColleagueForm form, Actor.Worker me, Problems problems, Model model) {
        model.addAttribute("page", ColleaguePage.of(colleague, form, me, problems));
        return "organisations/web/colleague";
    }
}
