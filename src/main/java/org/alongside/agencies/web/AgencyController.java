package org.alongside.agencies.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.agencies.Agencies;
import org.alongside.agencies.Agency;
import org.alongside.shared.Problems;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The agencies around us, and their teams. */
@Controller
@RequestMapping("/desk/agencies")
class AgencyController {
    private final Agencies agencies;

    AgencyController(Agencies agencies) {
        this.agencies = agencies;
    }

    @Bean
    static DeskLink agenciesLink() {
        return new DeskLink(66, "/desk/agencies", "Agencies", "TRAINER", "MANAGER", "COMMISSIONER");
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        return all(new AgencyForm(UUID.randomUUID().toString(), null, null), new Problems(), me, model);
    }

    @PostMapping
    String add(AgencyForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Agencies.WRITE);
        Problems problems = new Problems();
        AgencyForm.Read read = form.read(problems).orElse(null);
        UUID id = Typed.id(form.once());
        if (read == null || !Typed.accepted(problems, "name", () -> agencies.add(id, read.name(), read.sector(), me))) return all(form, problems, me, model);
        return done("/desk/agencies/" + id, "Added. Now its teams.", next);
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        return one(id, null, null, null, new Problems(), me, model);
    }

    @PostMapping("/{id}")
    String change(@PathVariable UUID id, AgencyForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Agencies.WRITE);
        agencies.one(id);
        Problems problems = new Problems();
        AgencyForm.Read read = form.read(problems).orElse(null);
        if (read == null || !Typed.accepted(problems, "name", () -> agencies.change(id, read.name(), read.sector(), me))) return one(id, form, null, null, problems, me, model);
        return done("/desk/agencies/" + id, "Saved.", next);
    }

    @PostMapping("/{id}/removal")
    String putAway(@PathVariable UUID id, Actor.Worker me, RedirectAttributes next) {
        agencies.putAway(id, me);
        return done("/desk/agencies", "Put away. What was counted stays counted.", next);
    }

    @PostMapping("/{id}/teams")
    String addTeam(@PathVariable UUID id, TeamForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Agencies.WRITE);
        agencies.one(id);
        Problems problems = new Problems();
        TeamForm.Read read = form.read(problems).orElse(null);
        if (read == null || !Typed.accepted(problems, "team", () -> agencies.addTeam(id, Typed.id(form.once()), read.name(), read.staff(), me))) return one(id, null, form, null, problems, me, model);
        return done("/desk/agencies/" + id, "Team added.", next);
    }

    @PostMapping("/{id}/teams/{team}")
    String changeTeam(@PathVariable UUID id, @PathVariable UUID team, TeamForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Agencies.WRITE);
        agencies.one(id);
        Problems problems = new Problems();
        TeamForm.Read read = form.read(problems).orElse(null);
        if (read == null || !Typed.accepted(problems, "team", () -> agencies.changeTeam(id, team, read.name(), read.staff(), me))) return one(id, null, form, team, problems, me, model);
        return done("/desk/agencies/" + id, "Saved.", next);
    }

    @PostMapping("/{id}/teams/{team}/removal")
    String putTeamAway(@PathVariable UUID id, @PathVariable UUID team, Actor.Worker me, RedirectAttributes next) {
        agencies.putTeamAway(id, team, me);
        return done("/desk/agencies/" + id, "Put away.", next);
    }

    private static String done(String path, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:" + path;
    }

    private String all(AgencyForm form, Problems problems, Actor.Worker me, Model model) {
        me.mustBe(Agencies.READ);
        model.addAttribute("page", new AgenciesPage(agencies.of(me.organisation()), mayWrite(me), form, problems));
        return "agencies/web/agencies";
    }

    private String one(UUID id, @Nullable AgencyForm form, @Nullable TeamForm team, @Nullable UUID changed, Problems problems, Actor.Worker me, Model model) {
        me.mustBe(Agencies.READ);
        Agency agency = agencies.one(id);
        model.addAttribute("page", new AgencyPage(agency, mayWrite(me), form == null ? new AgencyForm(null, agency.name(), agency.sector().name()) : form, team == null ? new TeamForm(UUID.randomUUID().toString(), null, null) : team, changed, problems));
        return "agencies/web/agency";
    }

    private static boolean mayWrite(Actor.Worker me) {
        return me.is(Agencies.WRITE);
    }
}
