package org.alongside.selfassessment.web;

import java.time.Clock;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.files.Download;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.selfassessment.Shelf;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One piece of evidence: what it is, where it stands, and its end. */
@Controller
@RequestMapping("/desk/self-assessments/{id}/evidence/{evidence}")
class EvidenceController {
    private final SelfAssessments assessments;
    private final Shelf shelf;
    private final Organisations organisations;
    private final Clock clock;

    EvidenceController(SelfAssessments assessments, Shelf shelf, Organisations organisations, Clock clock) {
        this.assessments = assessments;
        this.shelf = shelf;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping
    String one(@PathVariable UUID id, @PathVariable UUID evidence, Actor.Worker me, Model model) {
        return show(id, evidence, "", new Problems(), me, model);
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID evidence, Actor.Worker me) {
        assessments.own(new SelfAssessmentId(id), me);
        Shelf.Content content = shelf.content(new SelfAssessmentId(id), evidence);
        return Download.shown("evidence", content.type(), content.bytes());
    }

    @PostMapping("/removal")
    String takeAway(@PathVariable UUID id, @PathVariable UUID evidence, @RequestParam(defaultValue = "") String why, Actor.Worker me, Model model, RedirectAttributes next) {
        assessments.own(new SelfAssessmentId(id), me);
        Problems problems = new Problems();
        String said = Typed.wordsNeeded(why, "why", "Say why it goes", problems);
        if (!Typed.accepted(problems, "why", () -> shelf.takeAway(shelf.one(new SelfAssessmentId(id), evidence).id(), String.valueOf(said), me))) return show(id, evidence, why, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Taken away, everywhere it stood.");
        return "redirect:/desk/self-assessments/" + id;
    }

    private String show(UUID id, UUID evidence, String why, Problems problems, Actor.Worker me, Model model) {
        SelfAssessment assessment = assessments.own(new SelfAssessmentId(id), me);
        model.addAttribute("page", new EvidencePage(assessment, shelf.one(assessment.id(), evidence), organisations.names(), why, Times.day(clock.instant()), problems));
        return "selfassessment/web/evidence";
    }
}
