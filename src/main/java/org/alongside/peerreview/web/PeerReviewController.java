package org.alongside.peerreview.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.files.Download;
import org.alongside.peerreview.Finding;
import org.alongside.peerreview.Review;
import org.alongside.peerreview.ReviewState;
import org.alongside.peerreview.Reviews;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.selfassessment.Shelf;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.standards.Standard.Statement;
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

/** Reviews, for those who look at what another organisation has handed in. */
@Controller
@RequestMapping("/desk/peer-reviews")
class PeerReviewController {
    private final Reviews reviews;
    private final SelfAssessments assessments;
    private final Shelf shelf;
    private final Clock clock;

    PeerReviewController(Reviews reviews, SelfAssessments assessments, Shelf shelf, Clock clock) {
        this.reviews = reviews;
        this.assessments = assessments;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Bean
    static DeskLink peerReviewsLink() {
        return new DeskLink(30, "/desk/peer-reviews", "Reviews of services", Role.REVIEWER.name());
    }

    @GetMapping
    String asked(Actor.Worker me, Model model) {
        me.mustBe(Role.REVIEWER);
        model.addAttribute("page", new AskedPage(reviews.asked(), reviews.isOffered()));
        return "peerreview/web/asked";
    }

    @PostMapping("/offer")
    String offer(@RequestParam(defaultValue = "no") String offered, Actor.Worker me, RedirectAttributes next) {
        reviews.offer(offered.equals("yes"), me);
        next.addFlashAttribute(Frame.NOTICE, offered.equals("yes") ? "Others can ask you now." : "Nobody can ask you any more. What you took on goes on.");
        return "redirect:/desk/peer-reviews";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        return one(id, null, null, null, null, new Problems(), me, model);
    }

    @PostMapping("/{id}/taking")
    String take(@PathVariable UUID id, @RequestParam(required = false) @Nullable String conflicted, @RequestParam(required = false) @Nullable String conflict, Actor.Worker me, Model model, RedirectAttributes next) {
        reviews.reviewed(id, me);
        Problems problems = new Problems();
        if (!"yes".equals(conflicted) && !"no".equals(conflicted)) problems.add("conflicted", "Say whether anything connects you with them");
        String said = Typed.wordsNeeded(conflict, "conflict", "Say what connects you with them, or that nothing does", problems);
        if (!Typed.accepted(problems, "conflicted", () -> reviews.take(id, "yes".equals(conflicted), String.valueOf(said), me))) return one(id, conflicted, conflict, null, null, problems, me, model);
        return done(id, "It is yours now.", next);
    }

    @PostMapping("/{id}/declining")
    String decline(@PathVariable UUID id, @RequestParam(required = false) @Nullable String why, Actor.Worker me, Model model, RedirectAttributes next) {
        reviews.reviewed(id, me);
        Problems problems = new Problems();
        String said = Typed.wordsNeeded(why, "why", "Say why: those who asked read it", problems);
        if (!Typed.accepted(problems, "why", () -> reviews.decline(id, String.valueOf(said), me))) return one(id, null, null, why, null, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Declined. They are told, and can ask somebody else.");
        return "redirect:/desk/peer-reviews";
    }

    @PostMapping("/{id}/showing")
    String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable String summary, Actor.Worker me, Model model, RedirectAttributes next) {
        reviews.reviewed(id, me);
        Problems problems = new Problems();
        String said = Typed.wordsNeeded(summary, "summary", "Say in a few sentences what you found", problems);
        if (!Typed.accepted(problems, "summary", () -> reviews.show(id, String.valueOf(said), me))) return one(id, null, null, null, summary, problems, me, model);
        return done(id, "Shown to them. They have 14 days to answer.", next);
    }

    @GetMapping("/{id}/statements/{statement}")
    String statement(@PathVariable UUID id, @PathVariable String statement, Actor.Worker me, Model model) {
        return statement(id, statement, null, false, new Problems(), me, model);
    }

    @PostMapping("/{id}/statements/{statement}")
    String find(@PathVariable UUID id, @PathVariable String statement, FindingForm form, @RequestParam(defaultValue = "next") String then, Actor.Worker me, Model model) {
        Review review = reviews.reviewed(id, me);
        Problems problems = new Problems();
        Finding.Written found = form.read(problems).orElse(null);
        if (found == null) return statement(id, statement, form, false, problems, me, model);
        try {
            reviews.find(id, statement, Typed.version(form.revision()), found, me);
        } catch (RuleBroken refused) {
            problems.add(refused.rule().equals("peerreview.day") ? "on" : "observation", refused.getMessage());
            return statement(id, statement, form, refused.rule().equals("peerreview.meanwhile"), problems, me, model);
        }
        SelfAssessment assessment = assessments.one(review.assessment());
        Optional<Statement> next = then.equals("next") ? assessment.after(assessment.statement(statement)) : Optional.empty();
        return "redirect:/desk/peer-reviews/" + id + next.map(one -> "/statements/" + one.id()).orElse("#" + statement);
    }

    @PostMapping("/{id}/statements/{statement}/autosave")
    ResponseEntity<Void> autosave(@PathVariable UUID id, @PathVariable String statement, FindingForm form, Actor.Worker me) {
        reviews.reviewed(id, me);
        Finding.Written found = form.read(new Problems()).orElse(null);
        if (found == null) return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        try {
            return ResponseEntity.noContent().header("X-Revision", "revision=" + reviews.find(id, statement, Typed.version(form.revision()), found, me)).build();
        } catch (RuleBroken meanwhile) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
    }

    @GetMapping("/{id}/evidence/{evidence}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID evidence, Actor.Worker me) {
        Shelf.Content content = shelf.copy(reviews.reviewed(id, me).assessment(), evidence);
        // Safety: what another organisation's people sent is never shown in the desk's own window.
        return Download.saved("evidence", content.type(), content.bytes());
    }

    private static String done(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/peer-reviews/" + id;
    }

    private String one(UUID id, @Nullable String conflicted, @Nullable String conflict, @Nullable String why, @Nullable String summary, Problems problems, Actor.Worker me, Model model) {
        Review review = reviews.reviewed(id, me);
        model.addAttribute("page", new ReviewPage(review, review.state().isUnderWay() ? assessments.one(review.assessment()) : null, me.worker(), conflicted, conflict, why, summary, problems));
        return "peerreview/web/review";
    }

    private String statement(UUID id, String which, @Nullable FindingForm form, boolean meanwhile, Problems problems, Actor.Worker me, Model model) {
        Review review = reviews.reviewed(id, me);
        SelfAssessment assessment = assessments.one(review.assessment());
        Statement statement = assessment.statement(which);
        Finding found = review.of(statement);
        LocalDate today = Times.day(clock.instant());
        FindingForm shown = form == null ? FindingForm.of(found, today) : meanwhile && found != null ? form.upon(found) : form;
        model.addAttribute("page", new FindingPage(review, assessment, statement, shown, meanwhile ? found : null, shelf.of(assessment.id()).stream().filter(one -> one.statements().contains(which)).toList(), review.isBy(me.worker()) && review.state() == ReviewState.TAKEN, today, problems));
        return "peerreview/web/finding";
    }
}
