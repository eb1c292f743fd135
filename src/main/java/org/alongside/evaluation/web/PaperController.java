package org.alongside.evaluation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.EvaluationId;
import org.alongside.evaluation.Evaluations;
import org.alongside.evaluation.Sheets;
import org.alongside.evaluation.Sheets.Entered;
import org.alongside.evaluation.Sheets.Sheet;
import org.alongside.evaluation.Wave;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Types in sheets of paper, one after the other, by keyboard. */
@Controller
@RequestMapping("/desk/evaluations/{id}/paper/{wave}")
class PaperController {
    private static final String LAST = "last", DAY = "day";
    private final Evaluations evaluations;
    private final Sheets sheets;

    PaperController(Evaluations evaluations, Sheets sheets) {
        this.evaluations = evaluations;
        this.sheets = sheets;
    }

    @GetMapping
    String empty(@PathVariable UUID id, @PathVariable String wave, Actor.Worker me, Model model) {
        Evaluation one = evaluation(id, me);
        if (one.isClosed()) return "redirect:" + EvaluationController.path(id);
        // The day of the last sheet is that of the next: a pile is mostly from one day.
        LocalDate day = model.getAttribute(DAY) instanceof String last ? LocalDate.parse(last) : sheets.today();
        List<UUID> last = model.getAttribute(LAST) instanceof String entered ? PaperPage.ids(entered).toList() : List.of();
        return show(one, EvaluationController.asked(one, wave), PaperForm.empty(day), last, new Problems(), model);
    }

    @PostMapping
    String enter(@PathVariable UUID id, @PathVariable String wave, @RequestParam Map<String, String> typed, Actor.Worker me, Model model, RedirectAttributes next) {
        Evaluation one = evaluation(id, me);
        Wave at = EvaluationController.asked(one, wave);
        Problems problems = new Problems();
        PaperForm form = new PaperForm(typed);
        Sheet sheet = form.read(one, at, sheets, problems).orElse(null);
        Entered[] entered = new Entered[1];
        if (sheet == null || !Typed.accepted(problems, "card", () -> entered[0] = sheets.enter(one, sheet, me))) return show(one, at, form, List.of(), problems, model);
        next.addFlashAttribute(Frame.NOTICE, "Saved. " + sheets.typed(one.id(), at, sheet.day()) + " typed in for " + Times.say(sheet.day()) + ".");
        next.addFlashAttribute(LAST, PaperPage.inWords(entered[0].ids()));
        next.addFlashAttribute(DAY, sheet.day().toString());
        return "redirect:" + EvaluationController.path(id) + "/paper/" + at.slug();
    }

    /** Takes back the sheet that was typed in last. */
    @PostMapping("/undoing")
    String takeBack(@PathVariable UUID id, @PathVariable String wave, @RequestParam(defaultValue = "") String last, Actor.Worker me, RedirectAttributes next) {
        Evaluation one = evaluation(id, me);
        Wave at = EvaluationController.asked(one, wave);
        sheets.takeBack(one, new Entered(PaperPage.ids(last).toList()), me);
        next.addFlashAttribute(Frame.NOTICE, "Taken back.");
        return "redirect:" + EvaluationController.path(id) + "/paper/" + at.slug();
    }

    private static String show(Evaluation one, Wave wave, PaperForm form, List<UUID> last, Problems problems, Model model) {
        model.addAttribute("page", PaperPage.of(one, wave, form, last, problems));
        return "evaluation/web/paper";
    }

    private Evaluation evaluation(UUID id, Actor.Worker me) {
        me.mustBe(Evaluations.ROLES);
        return evaluations.one(new EvaluationId(id));
    }
}
