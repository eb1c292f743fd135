package org.alongside.rota.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.rota.Rota;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is on duty when. */
@Controller
@RequestMapping("/desk/rota")
class RotaController {
    private final Rota rota;
    private final RotaPages pages;

    RotaController(Rota rota, RotaPages pages) {
        this.rota = rota;
        this.pages = pages;
    }

    @Bean
    static DeskLink rotaLink() {
        return new DeskLink(50, "/desk/rota", "Duty rota", "VOLUNTEER", "HELPLINE", "SUPPORT_WORKER", "CHILDRENS_WORKER", "DUTY", "MANAGER", "SAFEGUARDING_LEAD", "FACILITATOR", "PARTNER_SUPPORT").behindTheWall();
    }

    @GetMapping
    String week(@RequestParam(defaultValue = "") String week, Actor.Worker me, Model model) {
        return show(day(week), null, null, new Problems(), me, model);
    }

    @PostMapping
    String plan(ShiftForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Rota.ROLES);
        Problems problems = new Problems();
        ShiftForm.Read read = form.read(problems).orElse(null);
        if (read == null || !Typed.accepted(problems, "worker", () -> rota.plan(Typed.id(form.once()), read.worker(), read.on(), read.from(), read.until(), read.weeks(), me))) return show(read == null ? null : read.on(), form, null, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "On the rota.");
        return "redirect:/desk/rota?week=" + read.on();
    }

    @PostMapping("/{shift}/worker")
    String handOver(@PathVariable UUID shift, @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String week, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "to", () -> rota.handOver(shift, new WorkerId(Typed.id(to)), me))) return show(day(week), null, shift, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Handed over.");
        return back(week);
    }

    @PostMapping("/{shift}/removal")
    String takeOff(@PathVariable UUID shift, @RequestParam(defaultValue = "") String week, Actor.Worker me, RedirectAttributes next) {
        rota.takeOff(shift, me);
        next.addFlashAttribute(Frame.NOTICE, "Taken off the rota.");
        return back(week);
    }

    private static String back(String week) {
        LocalDate day = day(week);
        return "redirect:/desk/rota" + (day == null ? "" : "?week=" + day);
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.length() == 10 ? LocalDate.parse(typed) : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private String show(@Nullable LocalDate day, @Nullable ShiftForm form, @Nullable UUID refused, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.week(day, form, refused, problems, me));
        return "rota/web/rota";
    }
}
