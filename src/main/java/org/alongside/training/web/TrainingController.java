package org.alongside.training.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.agencies.Agencies;
import org.alongside.agencies.Agency;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.training.Asked;
import org.alongside.training.Cohort;
import org.alongside.training.Cohorts;
import org.alongside.training.Registrations;
import org.alongside.ui.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is on offer, and asking for a place without an account. */
@Controller
class TrainingController {
    private final Cohorts cohorts;
    private final Registrations registrations;
    private final Agencies agencies;
    private final PlaceCookie cookie;
    private final Limits limits;
    private final Network network;
    private final Frames frames;
    private final Clock clock;

    TrainingController(Cohorts cohorts, Registrations registrations, Agencies agencies, PlaceCookie cookie, Limits limits, Network network, Frames frames, Clock clock) {
        this.cohorts = cohorts;
        this.registrations = registrations;
        this.agencies = agencies;
        this.cookie = cookie;
        this.limits = limits;
        this.network = network;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/training")
    String all(Model model) {
        model.addAttribute("page", new TrainingPage(cohorts.open()));
        return "training/web/training";
    }

    @GetMapping("/training/{id:[0-9a-f-]{36}}")
    String one(@PathVariable UUID id, @RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        Cohort cohort = cohorts.one(id);
        List<Agency> known = agencies.of(cohort.organisation());
        PlaceForm form = query.containsKey("again") ? cookie.read(request).orElse(PlaceForm.EMPTY) : PlaceForm.EMPTY;
        Problems problems = new Problems();
        if (form != PlaceForm.EMPTY) form.read(problems, known, false);
        model.addAttribute("page", new CoursePage(cohort, known, form, problems, query.containsKey("busy"), clock.instant()));
        return "training/web/course";
    }

    @PostMapping("/training/{id:[0-9a-f-]{36}}")
    String ask(@PathVariable UUID id, PlaceForm form, HttpServletRequest request, HttpServletResponse response) {
        Cohort cohort = cohorts.one(id);
        Asked asked = form.read(new Problems(), agencies.of(cohort.organisation()), frames.ofNobody(request).welsh()).orElse(null);
        boolean mayAsk = asked == null || limits.allow("training-ask", network.of(request), 2000, Duration.ofHours(1)) && limits.allow("training-ask", "everywhere", 20_000, Duration.ofHours(1));
        if (asked == null || !mayAsk) {
            cookie.write(form, request, response);
            return "redirect:/training/" + id + (asked == null ? "?again" : "?again&busy");
        }
        try {
            // Safety: nobody's inbox is filled by somebody else, and nobody learns from us that somebody asked with this address before.
            if (limits.allow("training-ask-address", asked.email().toLowerCase(Locale.ROOT), 5, Duration.ofHours(1))) registrations.ask(id, asked);
        } catch (RuleBroken closed) {
            return "redirect:/training/" + id;
        }
        cookie.forget(request, response);
        return "redirect:/training/asked";
    }

    @GetMapping("/training/asked")
    String asked() {
        return "training/web/asked";
    }
}
