package org.alongside.peerreview.web;

import java.util.List;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.peerreview.Review;
import org.alongside.peerreview.Reviews;
import org.alongside.selfassessment.Beside;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
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

/** The review of one's own self-assessment: asked for, read, answered. */
@Controller
@RequestMapping("/desk/self-assessments/{id}/review")
class OwnReviewController {
    private final Reviews reviews;
    private final SelfAssessments assessments;

    OwnReviewController(Reviews reviews, SelfAssessments assessments) {
        this.reviews = reviews;
        this.assessments = assessments;
    }

    @Bean
    static Beside reviewDoor(Reviews reviews) {
        return assessment -> {
            if (assessment.round() == 0 && assessment.submittedAt() == null) return List.of();
            String state = reviews.of(assessment.id()).stream().findFirst().map(one -> one.organisationName() + ": " + one.state().words()).orElse("Nobody asked yet");
            return List.of(new Beside.Door("/desk/self-assessments/" + assessment.id().id() + "/review", "Looked at from outside", state));
        };
    }

    @GetMapping
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        return show(id, null, null, new Problems(), me, model);
    }

    @PostMapping
    String ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String once, @RequestParam(defaultValue = "") String whom, Actor.Worker me, Model model, RedirectAttributes next) {
        assessments.own(new SelfAssessmentId(id), me);
        me.mustBe(SelfAssessments.LEAD);
        Problems problems = new Problems();
        if (whom.isBlank()) problems.add("whom", "Choose who may look at it");
        if (!Typed.accepted(problems, "whom", () -> reviews.ask(Typed.id(once), new SelfAssessmentId(id), new OrganisationId(Typed.id(whom)), me))) return show(id, null, null, problems, me, model);
        return done(id, "Asked. You are told when somebody takes it.", next);
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String why, Actor.Worker me, Model model, RedirectAttributes next) {
        Review review = current(id, me);
        Problems problems = new Problems();
        String said = Typed.wordsNeeded(why, "why", "Say why", problems);
        if (!Typed.accepted(problems, "why", () -> reviews.withdraw(review.id(), String.valueOf(said), me))) return show(id, null, why, problems, me, model);
        return done(id, "Withdrawn. They no longer read it.", next);
    }

    @PostMapping("/replies/{statement}")
    String reply(@PathVariable UUID id, @PathVariable String statement, @RequestParam(defaultValue = "") String reply, Actor.Worker me, Model model, RedirectAttributes next) {
        Review review = current(id, me);
        Problems problems = new Problems();
        String said = Typed.words(reply, "reply", problems);
        if (!Typed.accepted(problems, "reply", () -> reviews.reply(review.id(), statement, said == null ? "" : said, me))) return show(id, statement, reply, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Saved.");
        return "redirect:/desk/self-assessments/" + id + "/review#" + statement;
    }

    @PostMapping("/reply")
    String end(@PathVariable UUID id, @RequestParam(defaultValue = "") String all, Actor.Worker me, Model model, RedirectAttributes next) {
        Review review = current(id, me);
        Problems problems = new Problems();
        String said = Typed.words(all, "all", problems);
        if (!Typed.accepted(problems, "all", () -> reviews.endReply(review.id(), said == null ? "" : said, me))) return show(id, null, all, problems, me, model);
        return done(id, "Answered. Somebody else than the reviewer decides now.", next);
    }

    private Review current(UUID id, Actor.Worker me) {
        me.mustBe(SelfAssessments.LEAD);
        assessments.own(new SelfAssessmentId(id), me);
        return reviews.of(new SelfAssessmentId(id)).stream().filter(one -> one.state().isUnderWay()).findFirst().orElseThrow(NotFound::new);
    }

    private static String done(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/self-assessments/" + id + "/review";
    }

    private String show(UUID id, @Nullable String refused, @Nullable String typed, Problems problems, Actor.Worker me, Model model) {
        SelfAssessment assessment = assessments.own(new SelfAssessmentId(id), me);
        boolean leads = me.is(SelfAssessments.LEAD);
        model.addAttribute("page", new OwnReviewPage(assessment, reviews.of(assessment.id()), leads ? reviews.offers() : List.of(), leads, UUID.randomUUID().toString(), refused, typed, problems));
        return "peerreview/web/own";
    }
}
