package org.alongside.appointments.web;

import java.time.Clock;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.appointments.AppointmentStatus;
import org.alongside.appointments.Appointments;
import org.alongside.casework.CaseId;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Typed;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class AppointmentController {
    private final Appointments appointments;
    private final AppointmentPages pages;
    private final Clock clock;

    AppointmentController(Appointments appointments, AppointmentPages pages, Clock clock) {
        this.appointments = appointments;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    static DeskLink appointmentsLink() {
        return new DeskLink(52, "/desk/appointments", "Appointments", "SUPPORT_WORKER", "CHILDRENS_WORKER", "DUTY", "MANAGER", "SAFEGUARDING_LEAD", "FACILITATOR", "PARTNER_SUPPORT");
    }

    @GetMapping("/desk/appointments")
    String out(Actor.Worker me, Model model) {
        model.addAttribute("page", pages.out(me));
        return "appointments/web/out";
    }

    @GetMapping("/desk/cases/{id}/appointments")
    String all(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.all(id));
        return "appointments/web/appointments";
    }

    @GetMapping("/desk/cases/{id}/appointments/new")
    String make(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(pages.add(id, null, new Problems(), me), model);
    }

    @PostMapping("/desk/cases/{id}/appointments")
    String make(@PathVariable UUID id, AppointmentForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean made = form.read(clock, problems).filter(plan -> Typed.accepted(problems, "worker", () -> appointments.make(new CaseId(id), Typed.id(form.once()), plan, me))).isPresent();
        return made ? saved(id, "Saved. Nothing was sent to the client: tell them in a way that is safe.", next) : show(pages.add(id, form, problems, me), model);
    }

    @GetMapping("/desk/cases/{id}/appointments/{appointment}")
    String one(@PathVariable UUID id, @PathVariable UUID appointment, Model model) {
        return show(pages.one(id, appointment, AppointmentForm::of, new Problems()), model);
    }

    @PostMapping("/desk/cases/{id}/appointments/{appointment}")
    String change(@PathVariable UUID id, @PathVariable UUID appointment, AppointmentForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        boolean changed = form.read(clock, problems).filter(plan -> Typed.accepted(problems, "worker", () -> appointments.change(new CaseId(id), appointment, Typed.version(form.version()), plan, me))).isPresent();
        return changed ? saved(id, "Saved. Nothing was sent to the client: tell them in a way that is safe.", next) : show(pages.one(id, appointment, form::over, problems), model);
    }

    @PostMapping("/desk/cases/{id}/appointments/{appointment}/status")
    String ended(@PathVariable UUID id, @PathVariable UUID appointment, @RequestParam(defaultValue = "") String status, Actor.Worker me, RedirectAttributes next) {
        AppointmentStatus how = Typed.one(AppointmentStatus.class, status);
        if (how == null) return saved(id, "Choose what became of it.", next);
        try {
            appointments.ended(new CaseId(id), appointment, how, me);
        } catch (RuleBroken refused) {
            return saved(id, String.valueOf(refused.getMessage()), next);
        }
        return saved(id, how == AppointmentStatus.MET ? "Written down: they met. What was said goes into a contact." : "Written down.", next);
    }

    @PostMapping("/desk/cases/{id}/appointments/{appointment}/safe")
    String safe(@PathVariable UUID id, @PathVariable UUID appointment, Actor.Worker me, RedirectAttributes next) {
        appointments.safe(new CaseId(id), appointment, me);
        return saved(id, "Good. Written down: back and safe.", next);
    }

    private static String saved(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/cases/" + id + "/appointments";
    }

    private static String show(AppointmentPage page, Model model) {
        model.addAttribute("page", page);
        return "appointments/web/appointment";
    }
}
