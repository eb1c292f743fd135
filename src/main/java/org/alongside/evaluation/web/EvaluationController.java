package org.alongside.evaluation.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.EvaluationId;
import org.alongside.evaluation.Evaluations;
import org.alongside.evaluation.Plan;
import org.alongside.evaluation.QuestionSet;
import org.alongside.evaluation.Sheets;
import org.alongside.evaluation.Wave;
import org.alongside.instruments.Instrument;
import org.alongside.instruments.InstrumentKind;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.alongside.ui.Option;
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

/** Evaluations: planned, looked at, opened and stopped, closed. */
@Controller
@RequestMapping("/desk/evaluations")
class EvaluationController {
    private final Evaluations evaluations;
    private final Sheets sheets;

    EvaluationController(Evaluations evaluations, Sheets sheets) {
        this.evaluations = evaluations;
        this.sheets = sheets;
    }

    @Bean
    static DeskLink evaluationsLink() {
        return new DeskLink(67, "/desk/evaluations", "Evaluations", "TRAINER", "MANAGER");
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        me.mustBe(Evaluations.ROLES);
        model.addAttribute("page", new EvaluationsPage(evaluations.all()));
        return "evaluation/web/evaluations";
    }

    @GetMapping("/new")
    String empty(Actor.Worker me, Model model) {
        return plan(null, PlanForm.empty(), new Problems(), me, model);
    }

    @PostMapping
    String plan(PlanForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(Evaluations.ROLES);
        Problems problems = new Problems();
        Plan plan = form.read(evaluations::offered, problems).orElse(null);
        if (plan == null) return plan(null, form, problems, me, model);
        EvaluationId id = evaluations.plan(Typed.id(form.once()), plan, me);
        return done(id.id(), "Planned. Answers are taken from now on.", next);
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Actor.Worker me, Model model) {
        return one(id, new Problems(), me, model);
    }

    @GetMapping("/{id}/plan")
    String planned(@PathVariable UUID id, Actor.Worker me, Model model) {
        Evaluation one = evaluation(id, me);
        if (one.isClosed()) return "redirect:" + path(id);
        return plan(one, PlanForm.of(one), new Problems(), me, model);
    }

    @PostMapping("/{id}/plan")
    String change(@PathVariable UUID id, PlanForm form, Actor.Worker me, Model model, RedirectAttributes next) {
        Evaluation one = evaluation(id, me);
        boolean answered = !evaluations.answered(one.id()).isEmpty();
        Problems problems = new Problems();
        PlanForm typed = answered ? form.keeping(one) : form;
        Plan plan = typed.read(offered(one, answered), problems).orElse(null);
        if (plan == null || !Typed.accepted(problems, "title", () -> evaluations.change(one.id(), plan, me))) return plan(one, typed, problems, me, model);
        return done(id, "Saved.", next);
    }

    /** Takes no more answers of one time, or takes them again. */
    @PostMapping("/{id}/times/{wave}")
    String take(@PathVariable UUID id, @PathVariable String wave, @RequestParam(defaultValue = "no") String taking, Actor.Worker me, Model model, RedirectAttributes next) {
        Evaluation one = evaluation(id, me);
        Wave at = asked(one, wave);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "times", () -> evaluations.take(one.id(), at, taking.equals("yes"), me))) return one(id, problems, me, model);
        return done(id, taking.equals("yes") ? "Answers are taken again." : "No more answers of this time are taken.", next);
    }

    @GetMapping("/{id}/closure")
    String closing(@PathVariable UUID id, Actor.Worker me, Model model) {
        Evaluation one = evaluation(id, me);
        if (one.isClosed()) return "redirect:" + path(id);
        model.addAttribute("page", new ClosurePage(one, sheets.soFar(one.id()).all()));
        return "evaluation/web/closure";
    }

    @PostMapping("/{id}/closure")
    String close(@PathVariable UUID id, Actor.Worker me, RedirectAttributes next) {
        evaluations.close(evaluation(id, me).id(), me);
        return done(id, "Closed. The numbers of the cards, and who is who, are gone for good.", next);
    }

    /** What people wrote in their own words. */
    @GetMapping("/{id}/comments")
    String comments(@PathVariable UUID id, Actor.Worker me, Model model) {
        Evaluation one = evaluation(id, me);
        model.addAttribute("page", CommentsPage.of(one, sheets.comments(one.id())));
        return "evaluation/web/comments";
    }

    private String one(UUID id, Problems problems, Actor.Worker me, Model model) {
        Evaluation one = evaluation(id, me);
        model.addAttribute("page", EvaluationPage.of(one, sheets.soFar(one.id()), one.sets().stream().map(EvaluationController::inWords).toList(), problems));
        return "evaluation/web/evaluation";
    }

    private static String inWords(QuestionSet set) {
        String what = set.instrument().title() + ", version " + set.instrument().label();
        return switch (set.instrument().kind()) {
            case CONFIDENCE -> what + ". Counts as confident: “" + QuestionSet.cuts(set.instrument()).stream().filter(option -> option.value().equals(set.cut())).map(Option::text).findFirst().orElse("") + "” and above.";
            case KNOWLEDGE -> what + ". The right answer counts.";
            default -> what + ". Asked after the course only.";
        };
    }

    private String plan(@Nullable Evaluation one, PlanForm form, Problems problems, Actor.Worker me, Model model) {
        me.mustBe(Evaluations.ROLES);
        boolean answered = one != null && !evaluations.answered(one.id()).isEmpty();
        Function<InstrumentKind, List<Instrument>> offered = one == null ? evaluations::offered : offered(one, answered);
        List<Option> cuts = offered.apply(InstrumentKind.CONFIDENCE).stream().flatMap(set -> QuestionSet.cuts(set).stream()).distinct().toList();
        model.addAttribute("page", new PlanPage(one == null ? "Plan an evaluation" : "Plan it otherwise", one == null ? "/desk/evaluations" : path(one.id().id()) + "/plan", one == null ? "/desk/evaluations" : path(one.id().id()), answered,
                options(offered, InstrumentKind.CONFIDENCE), cuts, options(offered, InstrumentKind.KNOWLEDGE), options(offered, InstrumentKind.FEEDBACK), form, problems));
        return "evaluation/web/plan";
    }

    /** What can be chosen for one that is planned already: its own versions where somebody answered to them. */
    private Function<InstrumentKind, List<Instrument>> offered(Evaluation one, boolean answered) {
        return answered ? kind -> one.sets().stream().map(QuestionSet::instrument).filter(set -> set.kind() == kind).toList() : evaluations::offered;
    }

    private static List<Option> options(Function<InstrumentKind, List<Instrument>> offered, InstrumentKind kind) {
        return Stream.concat(Stream.of(new Option("", "None")), offered.apply(kind).stream().map(set -> new Option(set.key(), set.title() + ", version " + set.label()))).toList();
    }

    private Evaluation evaluation(UUID id, Actor.Worker me) {
        me.mustBe(Evaluations.ROLES);
        return evaluations.one(new EvaluationId(id));
    }

    /** A time that is asked on a page of its own, by its name in the address; NotFound for any other. */
    static Wave asked(Evaluation one, String slug) {
        return Wave.of(slug).filter(wave -> wave.hasAPage() && one.waves().containsKey(wave)).orElseThrow(NotFound::new);
    }

    static String path(UUID id) {
        return "/desk/evaluations/" + id;
    }

    private static String done(UUID id, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:" + path(id);
    }
}
