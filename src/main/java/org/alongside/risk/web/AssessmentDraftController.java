package org.alongside.risk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.SavedMeanwhile;
import org.alongside.risk.Judgement;
import org.alongside.risk.RiskAssessments;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.alongside.ui.Frame;
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

/** The assessment being written: saved by itself, saved to come back to, finished. */
@Controller
@RequestMapping("/desk/cases/{id}/assessment/draft")
class AssessmentDraftController {
    private static final String PAGE = "risk/web/draft", ASK = "ask:";
    private final RiskAssessments assessments;
    private final AssessmentPages pages;
    private final Clock clock;

    AssessmentDraftController(RiskAssessments assessments, AssessmentPages pages, Clock clock) {
        this.assessments = assessments;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.draft(id));
        return PAGE;
    }

    @PostMapping
    String save(@PathVariable UUID id, @RequestParam(defaultValue = "later") String then, @RequestParam(defaultValue = "0") int revision, AssessmentForm form, HttpServletRequest request, Actor.Worker me,
            Model model, RedirectAttributes flash) {
        AnswerSheet sheet = AnswerSheet.read(pages.open(id).sheet().instrument(), request::getParameterValues);
        try {
            if (then.equals("done")) return finish(id, revision, sheet, form, me, model, flash);
            assessments.save(new CaseId(id), revision, sheet, form.words(), me);
            if (then.startsWith(ASK)) return "redirect:/desk/cases/" + id + "/assessment/draft/packs/" + assessments.ask(new CaseId(id), then.substring(ASK.length()), me);
            flash.addFlashAttribute(Frame.NOTICE, "The draft is saved. It is not finished.");
            return "redirect:/desk/cases/" + id + "/assessment";
        } catch (SavedMeanwhile meanwhile) {
            Problems problems = new Problems();
            problems.add("problems", "A colleague saved this while you were writing. What you typed is still here, and what they saved stands beside it: look at both, then save again");
            model.addAttribute("page", pages.typed(id, sheet, form, meanwhile.saved().revision(), meanwhile.saved(), problems));
            return PAGE;
        }
    }

    private String finish(UUID id, int revision, AnswerSheet sheet, AssessmentForm form, Actor.Worker me, Model model, RedirectAttributes flash) {
        Problems problems = new Problems();
        sheet.check(problems);
        Optional<Judgement> judgement = form.read(Times.day(clock.instant()), assessments.floor(new CaseId(id)), problems);
        if (judgement.isPresent()) {
            try {
                UUID done = assessments.complete(new CaseId(id), revision, sheet, form.fears(), judgement.get(), me).id();
                flash.addFlashAttribute(Frame.NOTICE, "The assessment is finished.");
                return "redirect:/desk/cases/" + id + "/assessment/" + done;
            } catch (RuleBroken refused) {
                problems.add(refused.rule().equals("risk.no-second") ? "second" : refused.rule().equals("risk.pack") ? "packs" : "level", String.valueOf(refused.getMessage()));
            }
        }
        int saved = assessments.save(new CaseId(id), revision, sheet, form.words(), me);
        model.addAttribute("page", pages.typed(id, sheet, form.suggesting(Times.day(clock.instant())), saved, null, problems));
        return PAGE;
    }

    @PostMapping("/autosave")
    ResponseEntity<Void> autosave(@PathVariable UUID id, @RequestParam(defaultValue = "0") int revision, AssessmentForm form, HttpServletRequest request, Actor.Worker me) {
        AnswerSheet sheet = AnswerSheet.read(pages.open(id).sheet().instrument(), request::getParameterValues);
        try {
            return ResponseEntity.noContent().header("X-Revision", "revision=" + assessments.save(new CaseId(id), revision, sheet, form.words(), me)).build();
        } catch (SavedMeanwhile meanwhile) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
    }
}
