package org.alongside.onward.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.casework.CaseId;
import org.alongside.onward.Account;
import org.alongside.onward.Onward;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where clients were sent on, and what they say of it. */
@Controller
class OnwardController {
    private final Onward onward;
    private final OnwardPages pages;
    private final Clock clock;

    OnwardController(Onward onward, OnwardPages pages, Clock clock) {
        this.onward = onward;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    static DeskLink saidLink() {
        return new DeskLink(78, "/desk/onward", "How services met clients", Role.DIRECTORY_EDITOR.name(), Role.MANAGER.name());
    }

    @GetMapping("/desk/onward")
    String said(Actor.Worker me, Model model) {
        model.addAttribute("page", pages.said(me));
        return "onward/web/said";
    }

    @GetMapping("/desk/cases/{id}/onward")
    String of(@PathVariable UUID id, Model model) {
        return show(id, OnwardForm.empty(clock), null, Map.of(), new Problems(), model);
    }

    @PostMapping("/desk/cases/{id}/onward")
    String send(@PathVariable UUID id, OnwardForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean sent = form.read(problems).filter(read -> Typed.accepted(problems, "on", () -> onward.send(new CaseId(id), Typed.id(form.once()), read.name(), read.way(), read.on(), me))).isPresent();
        return sent ? saved(id, "Written down. In two weeks the case asks how it went.", next) : show(id, form, null, Map.of(), problems, model);
    }

    @PostMapping("/desk/cases/{id}/onward/{sent}")
    String told(@PathVariable UUID id, @PathVariable UUID sent, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        Account account = Typed.oneNeeded(Account.class, typed.get("account"), "account", "Choose what they say of it", problems);
        String words = Typed.words(typed.get("words"), "words", problems);
        boolean told = Typed.accepted(problems, "account", () -> onward.told(new CaseId(id), sent, account, words == null ? "" : words, me));
        return told ? saved(id, "Written down.", next) : show(id, OnwardForm.empty(clock), sent, typed, problems, model);
    }

    private String show(UUID id, OnwardForm form, @Nullable UUID refused, Map<String, String> typed, Problems problems, Model model) {
        model.addAttribute("page", pages.of(id, form, refused, typed, problems));
        return "onward/web/onward";
    }

    private static String saved(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/cases/" + id + "/onward";
    }
}
