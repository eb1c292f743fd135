package org.alongside.people.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.people.About;
import org.alongside.people.ChangedMeanwhile;
import org.alongside.people.PersonId;
import org.alongside.people.PersonRoles;
import org.alongside.people.Relations.Around;
import org.alongside.people.Relations;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people around a person. */
@Controller
@RequestMapping("/desk/people/{id}/relations")
class RelationController {
    private final RelationPages pages;
    private final Relations relations;
    private final Clock clock;

    RelationController(RelationPages pages, Relations relations, Clock clock) {
        this.pages = pages;
        this.relations = relations;
        this.clock = clock;
    }

    @ModelAttribute
    void mustWorkWithPeople(Actor.Worker me) {
        me.mustBe(PersonRoles.CLOSE);
    }

    @GetMapping
    String all(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.all(new PersonId(id)));
        return "people/web/relations";
    }

    @GetMapping("/new")
    String add(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.add(new PersonId(id), RelationForm.EMPTY, List.of(), new Problems()));
        return "people/web/relation";
    }

    @PostMapping("/new")
    String add(@PathVariable UUID id, RelationForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        PersonId person = new PersonId(id);
        Problems problems = new Problems();
        Optional<About> about = form.about(Times.day(clock.instant()), problems);
        Optional<Around> around = form.around(problems);
        List<Relations.SameName> same = about.map(relations::sameName).orElse(List.of()).stream().filter(one -> !one.id().equals(person)).toList();
        Optional<PersonId> known = same.stream().map(Relations.SameName::id).filter(one -> one.id().toString().equals(form.same())).findFirst();
        if (problems.isEmpty() && !same.isEmpty() && known.isEmpty() && !form.same().equals(RelationForm.NEW)) problems.add("same", "Say whether it is one of these people");
        if (about.isPresent() && around.isPresent() && problems.isEmpty()) {
            try {
                if (known.isPresent()) relations.add(person, known.get(), around.get(), me);
                else relations.add(person, about.get(), around.get(), me);
                next.addFlashAttribute(Frame.NOTICE, "Saved");
                return "redirect:/desk/people/" + id + "/relations";
            } catch (RuleBroken refused) {
                problems.add("same", String.valueOf(refused.getMessage()));
            }
        }
        model.addAttribute("page", pages.add(person, form, same, problems));
        return "people/web/relation";
    }

    @GetMapping("/{relation}")
    String one(@PathVariable UUID id, @PathVariable UUID relation, Model model) {
        model.addAttribute("page", pages.one(new PersonId(id), relation, null, new Problems()));
        return "people/web/relation";
    }

    @PostMapping("/{relation}")
    String change(@PathVariable UUID id, @PathVariable UUID relation, RelationForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        PersonId person = new PersonId(id);
        Problems problems = new Problems();
        Optional<Around> around = form.around(problems);
        if (around.isPresent()) {
            try {
                relations.change(person, relation, around.get(), form.version(), me);
                next.addFlashAttribute(Frame.NOTICE, "Saved");
                return "redirect:/desk/people/" + id + "/relations";
            } catch (ChangedMeanwhile changed) {
                problems.add("theirs", String.valueOf(changed.getMessage()));
            }
        }
        model.addAttribute("page", pages.one(person, relation, form, problems));
        return "people/web/relation";
    }

    @PostMapping("/{relation}/end")
    String end(@PathVariable UUID id, @PathVariable UUID relation, Actor.Worker me, RedirectAttributes next) {
        relations.end(new PersonId(id), relation, me);
        next.addFlashAttribute(Frame.NOTICE, "Taken off this page. You can put it back.");
        return "redirect:/desk/people/" + id + "/relations";
    }

    @PostMapping("/{relation}/back")
    String restore(@PathVariable UUID id, @PathVariable UUID relation, Actor.Worker me, RedirectAttributes next) {
        try {
            relations.restore(new PersonId(id), relation, me);
            next.addFlashAttribute(Frame.NOTICE, "Put back");
        } catch (RuleBroken refused) {
            next.addFlashAttribute(Frame.NOTICE, String.valueOf(refused.getMessage()));
        }
        return "redirect:/desk/people/" + id + "/relations";
    }
}
