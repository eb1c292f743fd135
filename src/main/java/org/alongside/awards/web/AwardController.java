package org.alongside.awards.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.awards.Appeal;
import org.alongside.awards.Award;
import org.alongside.awards.Awards;
import org.alongside.awards.Decision;
import org.alongside.awards.PublicRegister;
import org.alongside.awards.Register;
import org.alongside.peerreview.Review;
import org.alongside.peerreview.Reviews;
import org.alongside.selfassessment.Beside;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.shared.NotFound;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.standards.Standards;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Frame;
import org.alongside.ui.PublicAddress;
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

/** What was decided about us, and what we decide about others. */
@Controller
@RequestMapping("/desk/awards")
class AwardController {
    private final Awards awards;
    private final Register register;
    private final PublicRegister shown;
    private final Reviews reviews;
    private final SelfAssessments assessments;
    private final Standards standards;
    private final PublicAddress address;
    private final Clock clock;

    AwardController(Awards awards, Register register, PublicRegister shown, Reviews reviews, SelfAssessments assessments, Standards standards, PublicAddress address, Clock clock) {
        this.awards = awards;
        this.register = register;
        this.shown = shown;
        this.reviews = reviews;
        this.assessments = assessments;
        this.standards = standards;
        this.address = address;
        this.clock = clock;
    }

    @Bean
    static DeskLink awardsLink() {
        return new DeskLink(81, "/desk/awards", "Standards: decisions", Role.MANAGER.name(), Role.ADMINISTRATOR.name(), Role.REVIEWER.name());
    }

    @Bean
    static Beside awardDoor(Register register, Clock clock) {
        return assessment -> assessment.submittedAt() == null ? List.of() : List.of(new Beside.Door("/desk/awards/of/" + assessment.id().id(), "In the public register",
                register.of(assessment.id()).stream().filter(one -> !one.isOver(Times.day(clock.instant()))).findFirst().map(one -> "Since " + Times.say(one.from())).orElse("Not yet")));
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        me.mustBe(Role.MANAGER, Role.ADMINISTRATOR, Role.REVIEWER);
        boolean decides = me.is(Role.REVIEWER);
        List<Decision> decisions = awards.decisions();
        List<Review> asked = decides ? reviews.asked() : List.of();
        model.addAttribute("page", new AwardsPage(me.is(SelfAssessments.LEAD) ? register.own() : List.of(), decisions.stream().filter(one -> me.is(SelfAssessments.LEAD) && one.owner().equals(me.organisation())).toList(), decides ? awards.waiting(asked, decisions, me) : List.of(), decides ? register.given() : List.of(),
                decides ? awards.appeals().stream().filter(one -> decisions.stream().anyMatch(each -> each.id().equals(one.decision()) && each.organisation().equals(me.organisation()))).toList() : List.of(), decides, today()));
        return "awards/web/awards";
    }

    @GetMapping("/decisions/{id}")
    String decision(@PathVariable("id") UUID review, Actor.Worker me, Model model) {
        return decision(review, null, null, new Problems(), me, model);
    }

    @PostMapping("/decisions/{id}")
    String decide(@PathVariable("id") UUID review, @RequestParam(defaultValue = "") String once, @RequestParam(required = false) @Nullable String outcome, @RequestParam(required = false) @Nullable String reason, Actor.Worker me, Model model, RedirectAttributes next) {
        reviews.reviewed(review, me);
        Problems problems = new Problems();
        if (!"yes".equals(outcome) && !"no".equals(outcome)) problems.add("outcome", "Choose what you decide");
        String why = Typed.wordsNeeded(reason, "reason", "Say why: they read it", problems);
        if (!Typed.accepted(problems, "outcome", () -> awards.decide(Typed.id(once), review, "yes".equals(outcome), String.valueOf(why), me))) return decision(review, outcome, reason, problems, me, model);
        shown.lookAgain();
        next.addFlashAttribute(Frame.NOTICE, "Decided. They are told.");
        return "redirect:/desk/awards";
    }

    /** From a self-assessment of ours: where it stands in the register, or how it comes there. */
    @GetMapping("/of/{id}")
    String of(@PathVariable("id") UUID assessment, Actor.Worker me, Model model) {
        return of(assessment, new Problems(), me, model);
    }

    @PostMapping("/of/{id}")
    String declare(@PathVariable("id") UUID assessment, @RequestParam(defaultValue = "") String once, Actor.Worker me, Model model, RedirectAttributes next) {
        me.mustBe(SelfAssessments.LEAD);
        assessments.own(new SelfAssessmentId(assessment), me);
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "declare", () -> awards.declare(Typed.id(once), new SelfAssessmentId(assessment), me))) return of(assessment, problems, me, model);
        shown.lookAgain();
        next.addFlashAttribute(Frame.NOTICE, "It stands in the register, as your own word.");
        return "redirect:/desk/awards/of/" + assessment;
    }

    @GetMapping("/answers/{id}")
    String answer(@PathVariable("id") UUID decision, Actor.Worker me, Model model) {
        return answer(decision, null, new Problems(), me, model);
    }

    @PostMapping("/answers/{id}/appeal")
    String appeal(@PathVariable("id") UUID decision, @RequestParam(defaultValue = "") String once, @RequestParam(required = false) @Nullable String words, Actor.Worker me, Model model, RedirectAttributes next) {
        own(decision, me);
        Problems problems = new Problems();
        String said = Typed.wordsNeeded(words, "words", "Say what was wrong with it", problems);
        if (!Typed.accepted(problems, "words", () -> awards.appeal(Typed.id(once), decision, String.valueOf(said), me))) return answer(decision, words, problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, "Somebody hears it who had no hand in it.");
        return "redirect:/desk/awards/answers/" + decision;
    }

    @GetMapping("/appeals/{id}")
    String heard(@PathVariable("id") UUID appeal, Actor.Worker me, Model model) {
        return heard(appeal, null, null, new Problems(), me, model);
    }

    @PostMapping("/appeals/{id}")
    String hear(@PathVariable("id") UUID appeal, @RequestParam(required = false) @Nullable String upheld, @RequestParam(required = false) @Nullable String reason, Actor.Worker me, Model model, RedirectAttributes next) {
        against(appeal, me);
        Problems problems = new Problems();
        if (!"yes".equals(upheld) && !"no".equals(upheld)) problems.add("upheld", "Choose whether the appeal is right");
        String why = Typed.wordsNeeded(reason, "reason", "Say why: they read it", problems);
        if (!Typed.accepted(problems, "upheld", () -> awards.hear(appeal, "yes".equals(upheld), String.valueOf(why), me))) return heard(appeal, upheld, reason, problems, me, model);
        shown.lookAgain();
        next.addFlashAttribute(Frame.NOTICE, "Heard. They are told.");
        return "redirect:/desk/awards";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, HttpServletRequest request, Actor.Worker me, Model model) {
        return one(id, null, new Problems(), request, me, model);
    }

    @PostMapping("/{id}/check")
    String check(@PathVariable UUID id, @RequestParam(defaultValue = "") String seen, HttpServletRequest request, Actor.Worker me, Model model, RedirectAttributes next) {
        return step(id, "seen", seen, "Say what you looked at", "Checked.", said -> awards.check(id, said, me), request, me, model, next);
    }

    @PostMapping("/{id}/suspension")
    String suspend(@PathVariable UUID id, @RequestParam(defaultValue = "") String suspended, HttpServletRequest request, Actor.Worker me, Model model, RedirectAttributes next) {
        return step(id, "suspended", suspended, "Say why: they read it", "Suspended. It shows in the register at once.", said -> awards.suspend(id, said, me), request, me, model, next);
    }

    @PostMapping("/{id}/lifting")
    String lift(@PathVariable UUID id, @RequestParam(defaultValue = "") String lifted, HttpServletRequest request, Actor.Worker me, Model model, RedirectAttributes next) {
        return step(id, "lifted", lifted, "Say why: they read it", "It stands again.", said -> awards.lift(id, said, me), request, me, model, next);
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String withdrawn, HttpServletRequest request, Actor.Worker me, Model model, RedirectAttributes next) {
        return step(id, "withdrawn", withdrawn, "Say why: they read it", "Withdrawn.", said -> awards.withdraw(id, said, me), request, me, model, next);
    }

    @PostMapping("/{id}/giving-up")
    String giveUp(@PathVariable UUID id, Actor.Worker me, RedirectAttributes next) {
        awards.giveUp(id, me);
        shown.lookAgain();
        next.addFlashAttribute(Frame.NOTICE, "Taken out of the register.");
        return "redirect:/desk/awards";
    }

    private String step(UUID id, String field, String typed, String missing, String done, Consumer<String> verb, HttpServletRequest request, Actor.Worker me, Model model, RedirectAttributes next) {
        mineToJudge(id, me);
        Problems problems = new Problems();
        String said = Typed.wordsNeeded(typed, field, missing, problems);
        if (!Typed.accepted(problems, field, () -> verb.accept(String.valueOf(said)))) return one(id, typed, problems, request, me, model);
        shown.lookAgain();
        next.addFlashAttribute(Frame.NOTICE, done);
        return "redirect:/desk/awards/" + id;
    }

    private void mineToJudge(UUID id, Actor.Worker me) {
        me.mustBe(Role.REVIEWER);
        if (!me.organisation().equals(register.one(id).organisation())) throw new NotFound("award", id);
    }

    private String decision(UUID id, @Nullable String outcome, @Nullable String reason, Problems problems, Actor.Worker me, Model model) {
        Review review = reviews.reviewed(id, me);
        if (!review.isHeard(clock.instant())) throw new NotFound("peer-review", id);
        List<Decision> before = awards.of(id);
        boolean mayDecide = !review.isBy(me.worker()) && before.stream().noneMatch(one -> one.annulledAt() == null || one.by().equals(me.worker()));
        SelfAssessment assessment = assessments.one(review.assessment());
        model.addAttribute("page", new DecisionPage(review, assessment, before, mayDecide, assessment.unshown().isEmpty(), UUID.randomUUID().toString(), outcome, reason, problems));
        return "awards/web/decision";
    }

    private String of(UUID id, Problems problems, Actor.Worker me, Model model) {
        SelfAssessment assessment = assessments.own(new SelfAssessmentId(id), me);
        if (assessment.submittedAt() == null) throw new NotFound("self-assessment", id);
        model.addAttribute("page", new OfPage(assessment, register.of(assessment.id()), me.is(SelfAssessments.LEAD), UUID.randomUUID().toString(), today(), problems));
        return "awards/web/of";
    }

    private Decision own(UUID id, Actor.Worker me) {
        me.mustBe(SelfAssessments.LEAD);
        Decision decision = awards.decision(id);
        if (!decision.owner().equals(me.organisation())) throw new NotFound("decision", id);
        return decision;
    }

    private String answer(UUID id, @Nullable String words, Problems problems, Actor.Worker me, Model model) {
        Decision decision = own(id, me);
        List<Appeal> appeals = awards.appeals(id);
        model.addAttribute("page", new AnswerPage(decision, appeals, awards.isAgainstThem(decision) && appeals.stream().noneMatch(one -> one.heardAt() == null), UUID.randomUUID().toString(), words, problems));
        return "awards/web/answer";
    }

    private Decision against(UUID appeal, Actor.Worker me) {
        me.mustBe(Role.REVIEWER);
        Decision decision = awards.decision(awards.appeal(appeal).decision());
        if (!decision.organisation().equals(me.organisation())) throw new NotFound("appeal", appeal);
        return decision;
    }

    private String heard(UUID id, @Nullable String upheld, @Nullable String reason, Problems problems, Actor.Worker me, Model model) {
        Decision decision = against(id, me);
        Appeal appeal = awards.appeal(id);
        model.addAttribute("page", new AppealPage(appeal, decision, appeal.heardAt() == null && awards.mayHear(appeal, decision, me), upheld, reason, problems));
        return "awards/web/appeal";
    }

    private String one(UUID id, @Nullable String typed, Problems problems, HttpServletRequest request, Actor.Worker me, Model model) {
        me.mustBe(Role.MANAGER, Role.ADMINISTRATOR, Role.REVIEWER);
        Award award = register.one(id);
        boolean ours = award.owner().equals(me.organisation()) && me.is(SelfAssessments.LEAD), weGaveIt = me.is(Role.REVIEWER) && me.organisation().equals(award.organisation());
        if (!ours && !weGaveIt) throw new NotFound("award", id);
        String title = standards.title(award.standard(), award.version());
        model.addAttribute("page", new AwardPage(award, title, awards.steps(id), ours, weGaveIt, standards.one(award.standard()).filter(now -> !now.version().equals(award.version())).isPresent(), address.of("/standards/register/" + award.code(), request), typed, today(), problems));
        return "awards/web/award";
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }
}
