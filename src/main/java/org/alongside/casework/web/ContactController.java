package org.alongside.casework.web;

import java.time.Clock;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.casework.CaseId;
import org.alongside.casework.Contacts;
import org.alongside.casework.MomentKind;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ContactController {
    private final Contacts contacts;
    private final CaseBars bars;
    private final TimelinePages timeline;
    private final Clock clock;

    ContactController(Contacts contacts, CaseBars bars, TimelinePages timeline, Clock clock) {
        this.contacts = contacts;
        this.bars = bars;
        this.timeline = timeline;
        this.clock = clock;
    }

    @GetMapping("/desk/cases/{id}/contacts")
    String log(@PathVariable UUID id, @RequestParam(required = false) @Nullable String before, Actor.Worker me, Model model) {
        model.addAttribute("page", timeline.page(id, MomentKind.CONTACT, before));
        return "casework/web/contacts";
    }

    @GetMapping("/desk/cases/{id}/contacts/new")
    String make(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, ContactForm.empty(clock), new Problems(), model);
    }

    @PostMapping("/desk/cases/{id}/contacts")
    String record(@PathVariable UUID id, ContactForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean recorded = form.read(clock, problems).filter(contact -> Typed.accepted(problems, "channel", () -> contacts.record(new CaseId(id), contact, me))).isPresent();
        if (!recorded) return show(id, form, problems, model);
        next.addFlashAttribute(Frame.NOTICE, "The contact is saved.");
        return "redirect:/desk/cases/" + id + "/contacts";
    }

    @GetMapping("/desk/cases/{id}/risk-to-life")
    String riskToLife(@PathVariable UUID id, Actor.Worker me, Model model) {
        me.mustBe(Role.MANAGER);
        return showRisk(id, RiskToLifeForm.EMPTY, new Problems(), model);
    }

    @PostMapping("/desk/cases/{id}/risk-to-life")
    String allow(@PathVariable UUID id, RiskToLifeForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Role.MANAGER);
        Problems problems = new Problems();
        boolean allowed = form.read(problems).filter(risk -> Typed.accepted(problems, "reason", () -> contacts.openForRiskToLife(new CaseId(id), risk.channel(), risk.reason(), me))).isPresent();
        if (!allowed) return showRisk(id, form, problems, model);
        next.addFlashAttribute(Frame.NOTICE, "This way of contact is open for 24 hours. The decision is on the timeline and will be reviewed.");
        return "redirect:/desk/cases/" + id + "/contacts/new";
    }

    private String show(UUID id, ContactForm form, Problems problems, Model model) {
        model.addAttribute("page", new FormPage<>(bars.look(id), form, problems));
        return "casework/web/contact";
    }

    private String showRisk(UUID id, RiskToLifeForm form, Problems problems, Model model) {
        model.addAttribute("page", new FormPage<>(bars.look(id), form, problems));
        return "casework/web/risktolife";
    }
}
