package org.alongside.outcomes.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.instruments.AnswerSheet;
import org.alongside.instruments.SavedMeanwhile;
import org.alongside.outcomes.Outcomes;
import org.alongside.outcomes.Stage;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
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

/** How things are with a client: asked, saved by itself, finished, put right. */
@Controller
@RequestMapping("/desk/cases/{id}/outcomes")
class OutcomesController {
    private final Outcomes outcomes;
    private final OutcomesPages pages;

    OutcomesController(Outcomes outcomes, OutcomesPages pages) {
        this.outcomes = outcomes;
        this.pages = pages;
    }

    @GetMapping
    String all(@PathVariable UUID id, Actor.Worker me, Model model) {
        return all(id, Map.of(), TypedDate.NONE, new Problems(), model);
    }

    @PostMapping
    String begin(@PathVariable UUID id, @RequestParam Map<String, String> typed, Actor.Worker me, Model model) {
        Problems problems = new Problems();
        String set = Typed.wordsNeeded(typed.get("set"), "set", "Choose what to ask", problems);
        Stage stage = Typed.oneNeeded(Stage.class, typed.get("stage"), "stage", "Choose when", problems);
        TypedDate on = new TypedDate(typed.get("on.day"), typed.get("on.month"), typed.get("on.year"));
        LocalDate day = on.needed("on", "Enter the day", problems).orElse(null);
        if (!problems.isEmpty()) return all(id, typed, on, problems, model);
        try {
            return "redirect:/desk/cases/" + id + "/outcomes/" + outcomes.begin(new CaseId(id), set, stage, day, me);
        } catch (RuleBroken refused) {
            problems.add(refused.rule().equals("outcomes.stage") ? "stage" : "on", refused.getMessage());
            return all(id, typed, on, problems, model);
        }
    }

    @GetMapping("/{snapshot}")
    String one(@PathVariable UUID id, @PathVariable UUID snapshot, Actor.Worker me, Model model) {
        return one(pages.one(id, snapshot), model);
    }

    @PostMapping("/{snapshot}")
    String save(@PathVariable UUID id, @PathVariable UUID snapshot, @RequestParam(defaultValue = "later") String then, @RequestParam(defaultValue = "0") int revision, HttpServletRequest request, Actor.Worker me, Model model,
            RedirectAttributes flash) {
        AnswerSheet sheet = read(id, snapshot, request);
        CaseId caseId = new CaseId(id);
        Problems problems = new Problems();
        try {
            if (then.equals("done")) {
                sheet.check(problems);
                if (!problems.isEmpty()) return one(pages.typed(id, snapshot, sheet, outcomes.save(caseId, snapshot, revision, sheet, me), null, problems), model);
                outcomes.finish(caseId, snapshot, revision, sheet, me);
                flash.addFlashAttribute(Frame.NOTICE, "Finished. It stands beside the others.");
            } else {
                outcomes.save(caseId, snapshot, revision, sheet, me);
                flash.addFlashAttribute(Frame.NOTICE, "Saved. It is not finished.");
            }
            return "redirect:/desk/cases/" + id + "/outcomes";
        } catch (SavedMeanwhile meanwhile) {
            problems.add("problems", "A colleague saved this while you were writing. What you typed is still here, and what they saved stands beside it: look at both, then save again");
            return one(pages.typed(id, snapshot, sheet, meanwhile.saved().revision(), meanwhile.saved(), problems), model);
        }
    }

    @PostMapping("/{snapshot}/autosave")
    ResponseEntity<Void> autosave(@PathVariable UUID id, @PathVariable UUID snapshot, @RequestParam(defaultValue = "0") int revision, HttpServletRequest request, Actor.Worker me) {
        try {
            return ResponseEntity.noContent().header("X-Revision", "revision=" + outcomes.save(new CaseId(id), snapshot, revision, read(id, snapshot, request), me)).build();
        } catch (SavedMeanwhile meanwhile) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
    }

    @PostMapping("/{snapshot}/correction")
    String correct(@PathVariable UUID id, @PathVariable UUID snapshot, Actor.Worker me, Model model) {
        Problems problems = new Problems();
        UUID[] begun = new UUID[1];
        if (!Typed.accepted(problems, "correction", () -> begun[0] = outcomes.correct(new CaseId(id), snapshot, me))) return all(id, Map.of(), TypedDate.NONE, problems, model);
        return "redirect:/desk/cases/" + id + "/outcomes/" + begun[0];
    }

    private AnswerSheet read(UUID id, UUID snapshot, HttpServletRequest request) {
        return AnswerSheet.read(outcomes.one(new CaseId(id), snapshot).instrument(), request::getParameterValues);
    }

    private String all(UUID id, Map<String, String> typed, TypedDate on, Problems problems, Model model) {
        model.addAttribute("page", pages.all(id, typed, on, problems));
        return "outcomes/web/outcomes";
    }

    private static String one(SnapshotPage page, Model model) {
        model.addAttribute("page", page);
        return page.snapshot().isDraft() ? "outcomes/web/draft" : "outcomes/web/snapshot";
    }
}
