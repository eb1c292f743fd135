package org.alongside.organisations.web;

import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.organisations.TeamInboxes;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class TeamInboxController {
    private final TeamInboxes inboxes;

    TeamInboxController(TeamInboxes inboxes) {
        this.inboxes = inboxes;
    }

    @GetMapping("/desk/team/inboxes/{id}")
    String ask(@PathVariable UUID id, Actor.Worker me, Model model) {
        TeamInboxes.Inbox inbox = inboxes.one(me, id);
        return show(inbox, TeamInboxForm.of(inbox), new Problems(), model);
    }

    @PostMapping("/desk/team/inboxes/{id}")
    String change(@PathVariable UUID id, TeamInboxForm form, Actor.Worker me, Model model, RedirectAttributes after) {
        TeamInboxes.Inbox inbox = inboxes.one(me, id);
        Problems problems = new Problems();
        TeamInboxForm.Typed typed = form.read(problems);
        if (!problems.isEmpty()) return show(inbox, form, problems, model);
        try {
            inboxes.change(me, id, typed.staffed(), typed.days(), typed.at(), typed.within());
        } catch (RuleBroken broken) {
            problems.add(broken.rule().replaceFirst(".*\\.", ""), String.valueOf(broken.getMessage()));
            return show(inbox, form, problems, model);
        }
        after.addFlashAttribute(Frame.NOTICE, inbox.team() + ": changed");
        return "redirect:/desk/team";
    }

    private static String show(TeamInboxes.Inbox inbox, TeamInboxForm form, Problems problems, Model model) {
        model.addAttribute("page", new TeamInboxPage(inbox, form, problems));
        return "organisations/web/teaminbox";
    }
}
