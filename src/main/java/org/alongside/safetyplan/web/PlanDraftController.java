package org.alongside.safetyplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.casework.CaseId;
import org.alongside.safetyplan.DraftPlan;
import org.alongside.safetyplan.PlanSection;
import org.alongside.safetyplan.SafetyPlans;
import org.alongside.safetyplan.SavedMeanwhile;
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

/** The plan being written together: saved by itself, saved to come back to, agreed. */
@Controller
@RequestMapping("/desk/cases/{id}/plan/draft")
class PlanDraftController {
    private static final String PAGE = "safetyplan/web/draft";
    private final SafetyPlans plans;
    private final PlanPages pages;
    private final Clock clock;

    PlanDraftController(SafetyPlans plans, PlanPages pages, Clock clock) {
        this.plans = plans;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor.Worker me, Model model) {
        model.addAttribute("page", pages.draft(id, me));
        return PAGE;
    }

    @PostMapping
    String save(@PathVariable UUID id, @RequestParam(defaultValue = "later") String then, HttpServletRequest request, Actor.Worker me, Model model, RedirectAttributes flash) {
        PlanForm form = PlanForm.read(request::getParameterValues);
        Problems problems = new Problems();
        Optional<LocalDate> reviewOn = then.equals("agree") ? form.read(Times.day(clock.instant()), problems) : Optional.empty();
        if (reviewOn.isPresent()) {
            try {
                int number = plans.agree(new CaseId(id), form.parts(), form.where().orElseThrow(), form.keptWords(), reviewOn.get(), me).number();
                flash.addFlashAttribute(Frame.NOTICE, "Version " + number + " of the plan is agreed.");
                return "redirect:/desk/cases/" + id + "/plan/" + number;
            } catch (RuleBroken refused) {
                problems.add("w." + PlanSection.values()[0].key(), String.valueOf(refused.getMessage()));
            } catch (SavedMeanwhile meanwhile) {
                problems.add("w." + meanwhile.parts().iterator().next().key(), "The plan was not agreed yet");
            }
        }
        return keep(id, form, problems, me, model, flash);
    }

    private String keep(UUID id, PlanForm form, Problems problems, Actor.Worker me, Model model, RedirectAttributes flash) {
        Set<PlanSection> met = plans.save(new CaseId(id), form.parts(), me);
        met.forEach(section -> problems.add("w." + section.key(), "A colleague wrote here while you did. Yours is below and not saved yet; theirs stands under it. Bring both together, then save again"));
        if (problems.isEmpty()) {
            flash.addFlashAttribute(Frame.NOTICE, "The draft is saved. It is not agreed yet.");
            return "redirect:/desk/cases/" + id + "/plan";
        }
        model.addAttribute("page", pages.typed(id, form, met, problems, me));
        return PAGE;
    }

    @PostMapping("/autosave")
    ResponseEntity<Void> autosave(@PathVariable UUID id, HttpServletRequest request, Actor.Worker me) {
        CaseId caseId = new CaseId(id);
        if (!plans.save(caseId, PlanForm.read(request::getParameterValues).parts(), me).isEmpty()) return ResponseEntity.status(HttpStatus.CONFLICT).build();
        DraftPlan draft = plans.draft(caseId, me);
        String revisions = Stream.of(PlanSection.values()).map(section -> "r." + section.key() + "=" + draft.revision(section)).collect(Collectors.joining("&"));
        return ResponseEntity.noContent().header("X-Revision", revisions).build();
    }
}
