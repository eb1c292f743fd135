package org.alongside.risk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.SavedMeanwhile;
import org.alongside.risk.Packs;
import org.alongside.shared.Problems;
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

/** Another set of questions of an assessment being written: saved by itself, saved to go back to the assessment. */
@Controller
@RequestMapping("/desk/cases/{id}/assessment/draft/packs/{pack}")
class PackController {
    private static final String PAGE = "risk/web/pack";
    private final Packs packs;
    private final AssessmentPages pages;

    PackController(Packs packs, AssessmentPages pages) {
        this.packs = packs;
        this.pages = pages;
    }

    @GetMapping
    String show(@PathVariable UUID id, @PathVariable UUID pack, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.pack(id, pack));
        return PAGE;
    }

    @PostMapping
    String save(@PathVariable UUID id, @PathVariable UUID pack, @RequestParam(defaultValue = "0") int revision, HttpServletRequest request, Actor.Worker me, Model model, RedirectAttributes flash) {
        AnswerSheet sheet = read(id, pack, request);
        Problems problems = new Problems();
        try {
            int saved = packs.save(new CaseId(id), pack, revision, sheet, me);
            sheet.check(problems);
            if (problems.isEmpty()) {
                flash.addFlashAttribute(Frame.NOTICE, "Saved with the assessment.");
                return "redirect:/desk/cases/" + id + "/assessment/draft";
            }
            model.addAttribute("page", pages.pack(id, pack, sheet, saved, null, problems));
        } catch (SavedMeanwhile meanwhile) {
            problems.add("problems", "A colleague saved this while you were writing. What you typed is still here, and what they saved stands beside it: look at both, then save again");
            model.addAttribute("page", pages.pack(id, pack, sheet, meanwhile.saved().revision(), meanwhile.saved(), problems));
        }
        return PAGE;
    }

    @PostMapping("/autosave")
    ResponseEntity<Void> autosave(@PathVariable UUID id, @PathVariable UUID pack, @RequestParam(defaultValue = "0") int revision, HttpServletRequest request, Actor.Worker me) {
        try {
            return ResponseEntity.noContent().header("X-Revision", "revision=" + packs.save(new CaseId(id), pack, revision, read(id, pack, request), me)).build();
        } catch (SavedMeanwhile meanwhile) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
    }

    private AnswerSheet read(UUID id, UUID pack, HttpServletRequest request) {
        return AnswerSheet.read(packs.one(new CaseId(id), pack).instrument(), request::getParameterValues);
    }
}
