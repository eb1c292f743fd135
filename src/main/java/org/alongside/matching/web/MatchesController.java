package org.alongside.matching.web;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.matching.Matches;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
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

@Controller
@RequestMapping("/desk/matches")
class MatchesController {
    private final MatchesPages pages;
    private final Matches matches;
    private final Organisations organisations;

    MatchesController(MatchesPages pages, Matches matches, Organisations organisations) {
        this.pages = pages;
        this.matches = matches;
        this.organisations = organisations;
    }

    @GetMapping
    String open(@RequestParam(required = false) @Nullable UUID after, Actor.Worker me, Model model) {
        me.mustBe(Role.SAFEGUARDING_LEAD, Role.MANAGER);
        model.addAttribute("page", pages.open(after, me));
        return "matching/web/matches";
    }

    @GetMapping("/{id}")
    String match(@PathVariable UUID id, Actor.Worker me, Model model) {
        me.mustBe(Role.SAFEGUARDING_LEAD, Role.MANAGER);
        return show(id, MatchForm.EMPTY, new Problems(), me, model);
    }

    @PostMapping("/{id}/decision")
    String decide(@PathVariable UUID id, MatchForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Role.SAFEGUARDING_LEAD, Role.MANAGER);
        Problems problems = new Problems();
        Set<String> colleagues = organisations.colleagues().stream().map(one -> one.id().id().toString()).collect(Collectors.toSet());
        Optional<MatchForm.Decided> decided = form.read(colleagues, pages.holds(id), problems);
        if (decided.isEmpty()) return show(id, form, problems, me, model);
        try {
            matches.decide(id, decided.get().decision(), decided.get().apart(), decided.get().note(), me);
            next.addFlashAttribute(Frame.NOTICE, "Decision recorded");
        } catch (RuleBroken meanwhile) {
            next.addFlashAttribute(Frame.NOTICE, meanwhile.getMessage());
        }
        return "redirect:/desk/matches";
    }

    private String show(UUID id, MatchForm form, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.match(id, form, problems, me));
        return "matching/web/match";
    }
}
