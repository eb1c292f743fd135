package org.alongside.training.web;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.training.Attendances;
import org.alongside.training.Cohort;
import org.alongside.training.Cohorts;
import org.alongside.training.Courses;
import org.alongside.training.Register;
import org.alongside.training.Session;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who was at a session: ticked by hand, or from the list the online room gives. */
@Controller
@RequestMapping("/desk/training/cohorts/{id}/sessions/{time}")
class AttendanceController {
    private final Cohorts cohorts;
    private final Register register;
    private final Attendances attendances;

    AttendanceController(Cohorts cohorts, Register register, Attendances attendances) {
        this.cohorts = cohorts;
        this.register = register;
        this.attendances = attendances;
    }

    @GetMapping
    String one(@PathVariable UUID id, @PathVariable UUID time, Actor.Worker me, Model model) {
        return show(id, time, List.of(), new Problems(), me, model);
    }

    @PostMapping
    String mark(@PathVariable UUID id, @PathVariable UUID time, @RequestParam(defaultValue = "") Set<String> there, Actor.Worker me, Model model, RedirectAttributes next) {
        Cohort cohort = mine(id, time, me);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "there", () -> attendances.mark(cohort, time, there.stream().map(Typed::id).collect(Collectors.toSet()), me))) return show(id, time, List.of(), problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Saved.");
        return "redirect:/desk/training/cohorts/" + id;
    }

    @PostMapping("/file")
    String file(@PathVariable UUID id, @PathVariable UUID time, @RequestParam(required = false) @Nullable MultipartFile file, Actor.Worker me, Model model, RedirectAttributes next) throws IOException {
        Cohort cohort = mine(id, time, me);
        Problems problems = new Problems();
        List<String> addresses = AddressFile.read(file == null ? new byte[0] : file.getBytes(), problems);
        Attendances.Filed[] filed = new Attendances.Filed[1];
        if (!Typed.accepted(problems, "file", () -> filed[0] = attendances.mark(cohort, time, addresses, me))) return show(id, time, List.of(), problems, me, model);
        if (filed[0].unknown().isEmpty()) {
            next.addFlashAttribute(Frame.NOTICE, "Marked " + filed[0].marked() + " as there" + (filed[0].already() == 0 ? "." : "; " + filed[0].already() + " were marked already."));
            return "redirect:/desk/training/cohorts/" + id + "/sessions/" + time;
        }
        return show(id, time, filed[0].unknown(), problems, me, model);
    }

    private Cohort mine(UUID id, UUID session, Actor.Worker me) {
        me.mustBe(Courses.WRITE);
        Cohort cohort = cohorts.one(id);
        its(cohort, session);
        return cohort;
    }

    private static Session its(Cohort cohort, UUID session) {
        return cohort.sessions().stream().filter(one -> one.id().equals(session)).findFirst().orElseThrow(() -> new NotFound("session", session));
    }

    private String show(UUID id, UUID time, List<String> unknown, Problems problems, Actor.Worker me, Model model) {
        Cohort cohort = mine(id, time, me);
        model.addAttribute("page", new SessionPage(cohort, its(cohort, time), register.of(cohort, me), unknown, problems));
        return "training/web/session";
    }
}
