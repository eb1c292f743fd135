package org.alongside.comments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.comments.Conversation;
import org.alongside.comments.PublishedComments;
import org.alongside.comments.Reports;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Seal;
import org.alongside.shared.Typed;
import org.alongside.ui.SealedCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saying that a comment should not stand there, without an account and without a name. */
@Controller
@RequestMapping("/have-your-say/comments")
class ReportController {
    private static final int WORDS = 500;
    private final PublishedComments published;
    private final Reports reports;
    private final Cookie cookie;
    private final Limits limits;
    private final Network network;

    ReportController(PublishedComments published, Reports reports, Cookie cookie, Limits limits, Network network) {
        this.published = published;
        this.reports = reports;
        this.cookie = cookie;
        this.limits = limits;
        this.network = network;
    }

    /** What was typed, as long as something in it has to be put right. */
    record Typing(UUID comment, @Nullable String why, String words) {
        void read(Problems problems) {
            if (Typed.one(Reports.Why.class, why) == null) problems.add("why", "comments.report.why-missing");
            if (words.length() > WORDS) problems.add("words", "comments.report.words-long", WORDS);
        }
    }

    @Component
    static class Cookie extends SealedCookie<Typing> {
        Cookie(Seal seal) {
            super(seal, "w", "comments.report", "/have-your-say/comments", Typing.class);
        }
    }

    @GetMapping("/{comment:" + WriteController.ID + "}/report")
    String form(@PathVariable UUID comment, @RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        PublishedComments.Place place = place(comment);
        Problems problems = new Problems();
        Typing typed = query.containsKey("again") ? cookie.read(request).filter(one -> one.comment.equals(comment)).orElse(null) : null;
        if (typed != null) typed.read(problems);
        model.addAttribute("page", new CommentPage.Report(place.comment(), published.conversation(place.conversation()).map(Conversation::path).orElse("/have-your-say"), typed == null ? null : typed.why, typed == null ? null : typed.words, problems, query.containsKey("busy")));
        return "comments/web/report";
    }

    @PostMapping("/{comment:" + WriteController.ID + "}/report")
    String report(@PathVariable UUID comment, @RequestParam(defaultValue = "") String why, @RequestParam(defaultValue = "") String words, HttpServletRequest request, HttpServletResponse response) {
        place(comment);
        Typing typed = new Typing(comment, why, words.length() > 2 * WORDS ? words.substring(0, 2 * WORDS) : words);
        Problems problems = new Problems();
        typed.read(problems);
        boolean mayReport = !problems.isEmpty() || limits.allow("comment-report", network.of(request), 10, Duration.ofHours(1)) && limits.allow("comment-report", "of/" + comment, 50, Duration.ofDays(1));
        if (!problems.isEmpty() || !mayReport) {
            cookie.write(typed, request, response);
            return "redirect:/have-your-say/comments/" + comment + "/report?again" + (mayReport ? "" : "&busy");
        }
        reports.report(comment, Typed.oneNeeded(Reports.Why.class, why, "why", "", problems), words);
        cookie.forget(request, response);
        return "redirect:/have-your-say/comments/reported";
    }

    @GetMapping("/reported")
    String reported() {
        return "comments/web/reported";
    }

    private PublishedComments.Place place(UUID comment) {
        return published.place(comment).orElseThrow(() -> new NotFound("comment", comment));
    }
}
