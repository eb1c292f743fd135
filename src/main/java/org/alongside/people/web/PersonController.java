package org.alongside.people.web;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.people.About;
import org.alongside.people.ChangedMeanwhile;
import org.alongside.people.People;
import org.alongside.people.PersonId;
import org.alongside.people.SafeContact;
import org.alongside.people.SafeContacts;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/desk/people/{id}")
class PersonController {
    private final PersonPages pages;
    private final People people;
    private final SafeContacts contacts;
    private final Clock clock;

    PersonController(PersonPages pages, People people, SafeContacts contacts, Clock clock) {
        this.pages = pages;
        this.people = people;
        this.contacts = contacts;
        this.clock = clock;
    }

    @GetMapping
    String person(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.person(new PersonId(id), me));
        return "people/web/person";
    }

    @GetMapping("/about")
    String about(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.about(new PersonId(id)));
        return "people/web/about";
    }

    @PostMapping("/about")
    String about(@PathVariable UUID id, AboutForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        PersonId person = new PersonId(id);
        Problems problems = new Problems();
        Optional<About> about = form.read(Times.day(clock.instant()), problems);
        if (about.isEmpty()) {
            model.addAttribute("page", pages.about(person, form, problems));
            return "people/web/about";
        }
        try {
            people.change(person, about.get(), form.version(), me);
        } catch (ChangedMeanwhile changed) {
            problems.add("theirs", String.valueOf(changed.getMessage()));
            model.addAttribute("page", pages.aboutChangedMeanwhile(person, form, problems));
            return "people/web/about";
        }
        next.addFlashAttribute(Frame.NOTICE, "Saved");
        return "redirect:/desk/people/" + id;
    }

    @GetMapping("/contact")
    String contact(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.contact(new PersonId(id)));
        return "people/web/contact";
    }

    @PostMapping("/contact")
    String contact(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        PersonId person = new PersonId(id);
        ContactForm form = new ContactForm(typed);
        Problems problems = new Problems();
        Optional<SafeContact> answers = form.read(contacts.of(person), Times.day(clock.instant()), problems);
        if (answers.isEmpty()) {
            model.addAttribute("page", pages.contact(person, form, problems));
            return "people/web/contact";
        }
        try {
            contacts.record(person, answers.get(), form.seen(), me);
        } catch (ChangedMeanwhile changed) {
            problems.add("theirs", String.valueOf(changed.getMessage()));
            model.addAttribute("page", pages.contactChangedMeanwhile(person, form, problems));
            return "people/web/contact";
        }
        next.addFlashAttribute(Frame.NOTICE, "Safe contact saved");
        return "redirect:/desk/people/" + id;
    }
}
