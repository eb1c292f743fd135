package org.alongside.supervision.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.alongside.supervision.Meeting;
import org.alongside.supervision.Meetings;
import org.alongside.supervision.Oversight;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes of supervision: begun, written, shared, read. */
@Controller
@RequestMapping("/desk/supervision")
class MeetingController {
    private final Meetings meetings;
    private final Oversight oversight;
    private final SupervisionPages pages;

    MeetingController(Meetings meetings, Oversight oversight, SupervisionPages pages) {
        this.meetings = meetings;
        this.oversight = oversight;
        this.pages = pages;
    }

    @Bean
    static DeskLink supervisionLink() {
        return new DeskLink(56, "/desk/supervision", "Supervision", "VOLUNTEER", "HELPLINE", "SUPPORT_WORKER", "CHILDRENS_WORKER", "DUTY", "MANAGER", "SAFEGUARDING_LEAD", "FACILITATOR", "PARTNER_SUPPORT").behindTheWall();
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        model.addAttribute("page", pages.all(UUID.randomUUID().toString(), null, null, new Problems(), me));
        return "supervision/web/meetings";
    }

    @PostMapping
    String begin(@RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String worker, BegunOn begun, Actor.Worker me, Model model) {
        me.mustBe(Meetings.ROLES);
        Problems problems = new Problems();
        if (worker.isBlank()) problems.add("worker", "Choose with whom");
        LocalDate day = begun.on().needed("on", "Enter the day you met", problems).orElse(null);
        UUID id = Typed.id(once);
        if (!Typed.accepted(problems, "worker", () -> meetings.begin(id, new WorkerId(Typed.id(worker)), day, me))) {
            model.addAttribute("page", pages.all(once, worker, begun.on(), problems, me));
            return "supervision/web/meetings";
        }
        return "redirect:/desk/supervision/" + id;
    }

    record BegunOn(@Nullable TypedDate on) {
        BegunOn {
            on = on == null ? TypedDate.NONE : on;
        }
    }

    @GetMapping("/{meeting}")
    String one(@PathVariable UUID meeting, Actor.Worker me, Model model) {
        return one(meeting, null, null, null, null, new Problems(), me, model);
    }

    @PostMapping("/{meeting}")
    String save(@PathVariable UUID meeting, @RequestParam(defaultValue = "later") String then, @RequestParam(defaultValue = "0") int revision, MeetingForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        Meeting.Words words = form.read(problems).orElse(null);
        boolean share = then.equals("share");
        boolean saved = Typed.accepted(problems, "notes", () -> {
            if (share) meetings.share(meeting, revision, words, me);
            else meetings.save(meeting, revision, words, me);
        });
        if (!saved) return one(meeting, form, null, null, null, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, share ? "Shared. The notes stand as they are now." : "Saved. Only you see them until you share them.");
        return "redirect:/desk/supervision" + (share ? "/" + meeting : "");
    }

    @PostMapping("/{meeting}/autosave")
    ResponseEntity<Void> autosave(@PathVariable UUID meeting, @RequestParam(defaultValue = "0") int revision, MeetingForm form, Actor.Worker me) {
        Optional<Meeting.Words> words = form.read(new Problems());
        if (words.isEmpty()) return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        try {
            return ResponseEntity.noContent().header("X-Revision", "revision=" + meetings.save(meeting, revision, words.get(), me)).build();
        } catch (RuleBroken meanwhile) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
    }

    @PostMapping("/{meeting}/decisions")
    String decide(@PathVariable UUID meeting, @RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String caseId, @RequestParam(defaultValue = "") String decided, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (caseId.isBlank()) problems.add("caseId", "Choose the case");
        String words = Typed.wordsNeeded(decided, "decided", "Say what was decided", problems);
        if (!Typed.accepted(problems, "decided", () -> oversight.decide(new CaseId(Typed.id(caseId)), Typed.id(once), meeting, words, me))) return one(meeting, null, caseId, decided, null, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "It stands in the case now.");
        return "redirect:/desk/supervision/" + meeting;
    }

    @PostMapping("/{meeting}/reading")
    String read(@PathVariable UUID meeting, @RequestParam(defaultValue = "") String answer, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        String words = Typed.words(answer, "answer", problems);
        if (!Typed.accepted(problems, "answer", () -> meetings.answer(meeting, words == null ? "" : words, me))) return one(meeting, null, null, null, answer, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Thank you. Both of you find it here.");
        return "redirect:/desk/supervision";
    }

    private String one(UUID meeting, @Nullable MeetingForm form, @Nullable String caseId, @Nullable String decided, @Nullable String answer, Problems problems, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.one(meeting, form, caseId, decided, answer, problems, me));
        return "supervision/web/meeting";
    }
}
