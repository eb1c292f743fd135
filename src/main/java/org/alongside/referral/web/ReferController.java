package org.alongside.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.referral.Asking;
import org.alongside.referral.Draft;
import org.alongside.referral.Drafts;
import org.alongside.referral.Question;
import org.alongside.referral.Referrals;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for help without an account. Looking stores nothing; each answer is kept on the server, and every POST ends in a redirect. */
@Controller
class ReferController {
    private static final String START = "redirect:/refer";
    private final Drafts drafts;
    private final Referrals referrals;
    private final DraftCookie cookie;
    private final Limits limits;
    private final Network network;
    private final Clock clock;

    ReferController(Drafts drafts, Referrals referrals, DraftCookie cookie, Limits limits, Network network, Clock clock) {
        this.drafts = drafts;
        this.referrals = referrals;
        this.cookie = cookie;
        this.limits = limits;
        this.network = network;
        this.clock = clock;
    }

    // Safety: looking sets no cookie, stores nothing, and does not say whether somebody was here before.
    @GetMapping("/refer")
    String start(@RequestParam Map<String, String> query, Model model) {
        model.addAttribute("page", StartPage.of(query.keySet()));
        return "referral/web/start";
    }

    @PostMapping("/refer")
    String begin(@RequestParam(defaultValue = "") String asking, HttpServletRequest request, HttpServletResponse response) {
        Optional<Asking> chosen = Arrays.stream(Asking.values()).filter(one -> one.name().equals(asking)).findFirst();
        if (chosen.isEmpty()) return START + "?choose";
        if (!mayBegin(request)) return START + "?busy";
        cookie.read(request).ifPresent(earlier -> Acting.as(earlier, drafts::forgetMine));
        Actor.Holder holder = cookie.set(request, response);
        Draft draft = Acting.as(holder, () -> drafts.begin(chosen.get(), begun -> TypedAnswers.brought(request, begun), holder));
        // Safety: whoever brings along that there is danger now meets 999 before anything else.
        return goTo(Step.FIRST.applies(draft, today()) ? Step.FIRST : Step.HELP.applies(draft, today()) ? Step.HELP : Step.HOW);
    }

    @GetMapping("/refer/{slug}")
    String show(@PathVariable String slug, HttpServletRequest request, Model model) {
        Step step = Step.at(slug).orElseThrow(NotFound::new);
        return with(request, draft -> {
            if (draft.isSent()) return "redirect:/refer/done";
            if (!step.applies(draft, today())) return onwards(draft);
            model.addAttribute("page", page(step, draft));
            return step.asks() ? "referral/web/question" : "referral/web/help";
        });
    }

    @PostMapping("/refer/{slug}")
    String answer(@PathVariable String slug, HttpServletRequest request) {
        Step step = Step.at(slug).orElseThrow(NotFound::new);
        return asHolder(request, () -> drafts.answer(before -> step.applies(before, today()) ? TypedAnswers.read(request, step.questions(before)) : Map.of()).map(draft -> {
            if (draft.isSent()) return "redirect:/refer/done";
            if (!step.applies(draft, today())) return onwards(draft);
            if (!page(step, draft).problems().isEmpty()) return goTo(step);
            // Whoever came to it with answers from elsewhere has not said yet how contact is safe.
            if (step == Step.HELP) return onwards(draft);
            return step.next(draft, today()).map(ReferController::goTo).orElse("redirect:/refer/check");
        }));
    }

    @GetMapping("/refer/check")
    String check(HttpServletRequest request, Model model) {
        return with(request, draft -> {
            if (draft.isSent()) return "redirect:/refer/done";
            if (Step.unfinished(draft, today()).isPresent()) return onwards(draft);
            model.addAttribute("page", new CheckPage(draft, today(), Step.WHERE.path(), referrals.receiving(draft.asking().side())));
            return "referral/web/check";
        });
    }

    @PostMapping("/refer/check")
    String send(HttpServletRequest request) {
        return with(request, draft -> {
            try {
                referrals.receive(draft.id());
                return "redirect:/refer/done";
            } catch (RuleBroken unfinished) {
                return onwards(draft);
            }
        });
    }

    @GetMapping("/refer/done")
    String done(HttpServletRequest request, Model model) {
        return with(request, draft -> {
            if (draft.code() == null) return onwards(draft);
            model.addAttribute("page", new DonePage(draft.code().written(), draft.asking(), Acting.as(new Actor.Holder(referrals.holderOf(draft.code())), () -> referrals.status())));
            return "referral/web/done";
        });
    }

    /** Does something with the visitor's own draft, as its holder; without one they begin again. */
    private String with(HttpServletRequest request, Function<Draft, String> work) {
        return asHolder(request, () -> drafts.mine().map(work));
    }

    private String asHolder(HttpServletRequest request, Supplier<Optional<String>> work) {
        return cookie.read(request).flatMap(holder -> Acting.as(holder, work)).orElse(START + "?gone");
    }

    private QuestionPage page(Step step, Draft draft) {
        return ReferPages.page(step, draft, today(), step == Step.WHERE ? referrals.receiving(draft.asking().side()) : List.of());
    }

    private String onwards(Draft draft) {
        return Step.unfinished(draft, today()).map(ReferController::goTo).orElse("redirect:/refer/check");
    }

    private boolean mayBegin(HttpServletRequest request) {
        return limits.allow("referral-begin", network.of(request), 300, Duration.ofHours(1)) && limits.allow("referral-begin", "everywhere", 6000, Duration.ofHours(1));
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    private static String goTo(Step step) {
        return "redirect:" + step.path();
    }
}
