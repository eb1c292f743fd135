package org.alongside.programme.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.SavedMeanwhile;
import org.alongside.programme.Decision;
import org.alongside.programme.Sheets;
import org.alongside.programme.Suitabilities;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
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

/** The talk about suitability and danger with its decision, and the plan somebody leaves with. */
@Controller
@RequestMapping("/desk/cases/{id}/programme/sheets")
class SheetController {
    private final Sheets sheets;
    private final Suitabilities suitabilities;
    private final SheetPages pages;

    SheetController(Sheets sheets, Suitabilities suitabilities, SheetPages pages) {
        this.sheets = sheets;
        this.suitabilities = suitabilities;
        this.pages = pages;
    }

    @PostMapping
    String begin(@PathVariable UUID id, @RequestParam(defaultValue = "") String set, Actor.Worker me) {
        return "redirect:" + path(id, sheets.begin(new CaseId(id), set, me));
    }

    @GetMapping("/{sheet}")
    String one(@PathVariable UUID id, @PathVariable UUID sheet, Actor.Worker me, Model model) {
        return show(pages.one(id, sheet, Map.of(), new Problems(), me), model);
    }

    @PostMapping("/{sheet}")
    String save(@PathVariable UUID id, @PathVariable UUID sheet, @RequestParam(defaultValue = "later") String then, @RequestParam(defaultValue = "0") int revision, HttpServletRequest request, Actor.Worker me, Model model, RedirectAttributes flash) {
        CaseId caseId = new CaseId(id);
        AnswerSheet answers = read(caseId, sheet, request);
        Problems problems = new Problems();
        try {
            if (then.equals("done")) {
                answers.check(problems);
                if (!problems.isEmpty()) return show(pages.typed(id, sheet, answers, sheets.save(caseId, sheet, revision, answers, me), null, problems, me), model);
                sheets.finish(caseId, sheet, revision, answers, me);
                return "redirect:" + path(id, sheet);
            }
            sheets.save(caseId, sheet, revision, answers, me);
            flash.addFlashAttribute(Frame.NOTICE, "Saved. It is not finished.");
            return "redirect:/desk/cases/" + id + "/programme";
        } catch (SavedMeanwhile meanwhile) {
            problems.add("problems", "A colleague saved this while you were writing. What you typed is still here, and what they saved stands beside it: look at both, then save again");
            return show(pages.typed(id, sheet, answers, meanwhile.saved().revision(), meanwhile.saved(), problems, me), model);
        }
    }

    @PostMapping("/{sheet}/autosave")
    ResponseEntity<Void> autosave(@PathVariable UUID id, @PathVariable UUID sheet, @RequestParam(defaultValue = "0") int revision, HttpServletRequest request, Actor.Worker me) {
        try {
            CaseId caseId = new CaseId(id);
            return ResponseEntity.noContent().header("X-Revision", "revision=" + sheets.save(caseId, sheet, revision, read(caseId, sheet, request), me)).build();
        } catch (SavedMeanwhile meanwhile) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
    }

    @PostMapping("/{sheet}/decision")
    String decide(@PathVariable UUID id, @PathVariable UUID sheet, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes flash) {
        Problems problems = new Problems();
        Decision decision = Typed.oneNeeded(Decision.class, typed.get("decision"), "decision", "Choose what you decide", problems);
        String why = Typed.wordsNeeded(typed.get("why"), "why", "Say why", problems);
        if (!Typed.accepted(problems, "decision", () -> suitabilities.decide(new CaseId(id), sheet, decision, why, me))) return show(pages.one(id, sheet, typed, problems, me), model);
        flash.addFlashAttribute(Frame.NOTICE, "Decided: " + decision.words().toLowerCase(Locale.UK) + ".");
        return "redirect:/desk/cases/" + id + "/programme";
    }

    @PostMapping("/{sheet}/agreed")
    String agree(@PathVariable UUID id, @PathVariable UUID sheet, Actor.Worker me, Model model) {
        Problems problems = new Problems();
        return Typed.accepted(problems, "agreed", () -> suitabilities.agree(new CaseId(id), sheet, me)) ? "redirect:" + path(id, sheet) : show(pages.one(id, sheet, Map.of(), problems, me), model);
    }

    private AnswerSheet read(CaseId caseId, UUID sheet, HttpServletRequest request) {
        return AnswerSheet.read(sheets.one(caseId, sheet).instrument(), request::getParameterValues);
    }

    private static String path(UUID id, UUID sheet) {
        return "/desk/cases/" + id + "/programme/sheets/" + sheet;
    }

    private static String show(SheetPages.One page, Model model) {
        model.addAttribute("page", page);
        return page.sheet().isDraft() ? "programme/web/draftsheet" : "programme/web/sheet";
    }
}
