package org.alongside.selfassessment.web;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.selfassessment.Beside;
import org.alongside.selfassessment.Reading;
import org.alongside.selfassessment.Shelf;
import org.alongside.organisations.Organisations;
import org.alongside.organisations.Organisations.Elsewhere;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.standards.Standards;
import org.alongside.ui.DeskLink;
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

/** What an organisation says of itself: begun, looked over, handed in, given to read. */
@Controller
@RequestMapping("/desk/self-assessments")
class SelfAssessmentController {
    private final SelfAssessments assessments;
    private final Shelf shelf;
    private final Standards standards;
    private final Organisations organisations;
    private final List<Beside> beside;

    SelfAssessmentController(SelfAssessments assessments, Shelf shelf, Standards standards, Organisations organisations, List<Beside> beside) {
        this.assessments = assessments;
        this.shelf = shelf;
        this.standards = standards;
        this.organisations = organisations;
        this.beside = beside;
    }

    @Bean
    static DeskLink assessmentsLink() {
        return new DeskLink(80, "/desk/self-assessments", "Standards: our assessments", Stream.of(SelfAssessments.WRITE).map(Enum::name).toArray(String[]::new));
    }

    /** @param from the one whose answers the next one brings along; null for a form with nothing in it */
    @GetMapping
    String all(@RequestParam(required = false) @Nullable UUID from, Actor.Worker me, Model model) {
        return all(from == null ? BeginForm.empty() : BeginForm.after(assessments.own(new SelfAssessmentId(from), me)), new Problems(), me, model);
    }

    @PostMapping
    String begin(BeginForm form, Actor.Worker me, Model model) {
        me.mustBe(SelfAssessments.LEAD);
        Problems problems = new Problems();
        BeginForm.Read read = form.read(standards, problems).orElse(null);
        UUID once = Typed.id(form.once());
        if (read == null || !Typed.accepted(problems, "edition", () -> assessments.begin(once, read.standard(), read.edition(), read.about(), read.from(), me))) return all(form, problems, me, model);
        return "redirect:/desk/self-assessments/" + once;
    }

    @Bean
    static DeskLink sideBySideLink() {
        return new DeskLink(83, "/desk/self-assessments/side-by-side", "Standards: services side by side", Role.COMMISSIONER.name());
    }

    /** For commissioners: what services gave them to read. */
    @GetMapping("/side-by-side")
    String sideBySide(Actor.Worker me, Model model) {
        me.mustBe(Role.COMMISSIONER);
        model.addAttribute("page", SideBySidePage.of(assessments.given()));
        return "selfassessment/web/sidebyside";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        return one(id, new Problems(), me, model);
    }

    @GetMapping("/{id}/print")
    String print(@PathVariable UUID id, Actor.Worker me, Model model) {
        one(id, new Problems(), me, model);
        return "selfassessment/web/print";
    }

    @PostMapping("/{id}/submission")
    String submit(@PathVariable UUID id, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(SelfAssessments.LEAD);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "submission", () -> assessments.submit(new SelfAssessmentId(id), me))) return one(id, problems, me, model);
        return done(id, "Handed in. It stands as it is now.", next);
    }

    @PostMapping("/{id}/carrying")
    String carry(@PathVariable UUID id, Actor.Worker me, Model model, RedirectAttributes next) {
        assessments.own(new SelfAssessmentId(id), me);
        Problems problems = new Problems();
        AtomicInteger statements = new AtomicInteger();
        if (!Typed.accepted(problems, "carrying", () -> statements.set(shelf.carry(new SelfAssessmentId(id), me)))) return one(id, problems, me, model);
        return done(id, statements.get() == 1 ? "It stands beside one statement more." : "It stands beside " + statements.get() + " statements more.", next);
    }

    @PostMapping("/{id}/taking-back")
    String takeBack(@PathVariable UUID id, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(SelfAssessments.LEAD);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "taking-back", () -> assessments.takeBack(new SelfAssessmentId(id), me))) return one(id, problems, me, model);
        return done(id, "Taken back. You can go on with it.", next);
    }

    @PostMapping("/{id}/removal")
    String putAway(@PathVariable UUID id, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(SelfAssessments.LEAD);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "removal", () -> assessments.putAway(new SelfAssessmentId(id), me))) return one(id, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Put away.");
        return "redirect:/desk/self-assessments";
    }

    @PostMapping("/{id}/readers")
    String give(@PathVariable UUID id, @RequestParam(defaultValue = "") String reader, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(SelfAssessments.LEAD);
        Problems problems = new Problems();
        Elsewhere chosen = commissioners().stream().filter(one -> one.id().id().toString().equals(reader)).findFirst().orElse(null);
        if (chosen == null) problems.add("reader", "Choose who may read it");
        if (chosen == null || !Typed.accepted(problems, "reader", () -> assessments.give(new SelfAssessmentId(id), chosen.id(), chosen.name(), Reading.COMMISSIONER, me))) return one(id, problems, me, model);
        return done(id, chosen.name() + " sees it while it is handed in.", next);
    }

    @PostMapping("/{id}/readers/{reader}/end")
    String takeFrom(@PathVariable UUID id, @PathVariable UUID reader, Actor.Worker me, RedirectAttributes next) {
        assessments.takeFrom(new SelfAssessmentId(id), new OrganisationId(reader), Reading.COMMISSIONER, me);
        return done(id, "They no longer see it.", next);
    }

    private static String done(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/self-assessments/" + id;
    }

    private String all(BeginForm form, Problems problems, Actor.Worker me, Model model) {
        me.mustBe(SelfAssessments.WRITE);
        model.addAttribute("page", new SelfAssessmentsPage(assessments.all(), standards.all(), me.is(SelfAssessments.LEAD), form, problems));
        return "selfassessment/web/selfassessments";
    }

    private String one(UUID id, Problems problems, Actor.Worker me, Model model) {
        SelfAssessment assessment = assessments.own(new SelfAssessmentId(id), me);
        model.addAttribute("page", new SelfAssessmentPage(assessment, shelf.of(assessment.id()), assessment.isOpen() ? shelf.carried(assessment) : List.of(), assessments.readers(assessment.id()), me.is(SelfAssessments.LEAD) ? commissioners() : List.of(), beside.stream().flatMap(one -> one.doors(assessment).stream()).toList(), me.is(SelfAssessments.LEAD), problems));
        return "selfassessment/web/selfassessment";
    }

    private List<Elsewhere> commissioners() {
        return organisations.others().stream().filter(Elsewhere::isPublicBody).toList();
    }
}
