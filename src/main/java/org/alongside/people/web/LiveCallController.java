package org.alongside.people.web;

import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.people.CallResult;
import org.alongside.people.PersonId;
import org.alongside.people.SafeContacts;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one live call while nobody knows, and contact because a life is at risk. */
@Controller
@RequestMapping("/desk/people/{id}")
class LiveCallController {
    private final LiveCallPages pages;
    private final SafeContacts contacts;

    LiveCallController(LiveCallPages pages, SafeContacts contacts) {
        this.pages = pages;
        this.contacts = contacts;
    }

    @PostMapping("/call")
    String start(@PathVariable UUID id, @RequestParam(required = false) @Nullable String asked, Actor.Worker me, RedirectAttributes next) {
        // Safety: the referrer is asked first, and the worker says so before the number shows.
        if (!"yes".equals(asked)) {
            next.addFlashAttribute(Frame.NOTICE, "Ask the referrer first, then tick that you did");
            return "redirect:/desk/people/" + id;
        }
        try {
            contacts.startLiveCall(new PersonId(id), me);
        } catch (RuleBroken no) {
            next.addFlashAttribute(Frame.NOTICE, no.getMessage());
            return "redirect:/desk/people/" + id;
        }
        return "redirect:/desk/people/" + id + "/call";
    }

    @GetMapping("/call")
    String call(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.call(new PersonId(id), new Problems(), me));
        return "people/web/call";
    }

    @PostMapping("/call/result")
    String end(@PathVariable UUID id, @RequestParam(required = false) @Nullable String result, Actor.Worker me, Model model, RedirectAttributes next) {
        CallResult ended = Stream.of(CallResult.values()).filter(one -> one.name().equals(result)).findFirst().orElse(null);
        if (ended == null) {
            Problems problems = new Problems();
            problems.add("result", "Choose what happened");
            model.addAttribute("page", pages.call(new PersonId(id), problems, me));
            return "people/web/call";
        }
        contacts.endLiveCall(new PersonId(id), ended, me);
        next.addFlashAttribute(Frame.NOTICE, ended == CallResult.SPOKE ? "Recorded. Now write down what they said about safe contact." : "Recorded");
        return ended == CallResult.SPOKE ? "redirect:/desk/people/" + id + "/contact" : "redirect:/desk/people/" + id;
    }

    @GetMapping("/risk-to-life")
    String risk(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.risk(new PersonId(id), RiskForm.EMPTY, new Problems(), me));
        return "people/web/risk";
    }

    @PostMapping("/risk-to-life")
    String risk(@PathVariable UUID id, RiskForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        form.check(me.is(Role.MANAGER), problems);
        if (!problems.isEmpty()) {
            model.addAttribute("page", pages.risk(new PersonId(id), form, problems, me));
            return "people/web/risk";
        }
        if (form.isPolice()) contacts.policeAsked(new PersonId(id), form.words(), me);
        else contacts.openForRiskToLife(new PersonId(id), form.channel().orElseThrow(NotFound::new), form.words(), me);
        next.addFlashAttribute(Frame.NOTICE, "Recorded. A safeguarding lead will review it within 24 hours.");
        return "redirect:/desk/people/" + id;
    }
}
