package org.alongside.selfassessment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.files.TooLarge;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.selfassessment.SelfAssessments;
import org.alongside.selfassessment.EvidenceKind;
import org.alongside.selfassessment.HeardAndDone;
import org.alongside.selfassessment.NewEvidence;
import org.alongside.selfassessment.Said;
import org.alongside.selfassessment.Shelf;
import org.alongside.organisations.Organisations;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Times;
import org.alongside.shared.Typed;
import org.alongside.standards.Standard.Statement;
import org.alongside.ui.Frame;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One statement at a time: what is so, why, and what shows it. Several people may work at once; each answer has its own revision. */
@Controller
@RequestMapping("/desk/self-assessments/{id}/statements/{statement}")
class StatementController {
    private final SelfAssessments assessments;
    private final Shelf shelf;
    private final HeardAndDone heardAndDone;
    private final Organisations organisations;
    private final Clock clock;

    StatementController(SelfAssessments assessments, Shelf shelf, HeardAndDone heardAndDone, Organisations organisations, Clock clock) {
        this.assessments = assessments;
        this.shelf = shelf;
        this.heardAndDone = heardAndDone;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping
    String one(@PathVariable UUID id, @PathVariable String statement, Actor.Worker me, Model model) {
        return show(id, statement, null, false, null, "none", new Problems(), me, model);
    }

    @PostMapping
    String answer(@PathVariable UUID id, @PathVariable String statement, AnswerForm form, @RequestParam(defaultValue = "next") String then, Actor.Worker me, Model model) {
        Problems problems = new Problems();
        AnswerForm.Read read = form.read(problems).orElse(null);
        if (read == null) return show(id, statement, form, false, null, "none", problems, me, model);
        try {
            assessments.answer(new SelfAssessmentId(id), statement, read.revision(), read.answer(), read.why(), me);
        } catch (RuleBroken refused) {
            problems.add("why", refused.getMessage());
            return show(id, statement, form, refused.rule().equals("selfassessment.meanwhile"), null, "none", problems, me, model);
        }
        SelfAssessment assessment = assessments.own(new SelfAssessmentId(id), me);
        Optional<Statement> next = then.equals("next") ? assessment.after(assessment.statement(statement)) : Optional.empty();
        return "redirect:/desk/self-assessments/" + id + next.map(one -> "/statements/" + one.id()).orElse("#" + statement);
    }

    @PostMapping("/autosave")
    ResponseEntity<Void> autosave(@PathVariable UUID id, @PathVariable String statement, AnswerForm form, Actor.Worker me) {
        AnswerForm.Read read = form.read(new Problems()).orElse(null);
        if (read == null) return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        try {
            return ResponseEntity.noContent().header("X-Revision", "revision=" + assessments.answer(new SelfAssessmentId(id), statement, read.revision(), read.answer(), read.why(), me)).build();
        } catch (RuleBroken meanwhile) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
    }

    @PostMapping("/evidence")
    String add(@PathVariable UUID id, @PathVariable String statement, EvidenceForm form, @RequestParam(required = false) @Nullable MultipartFile file, Actor.Worker me, Model model, RedirectAttributes next) throws IOException {
        Problems problems = new Problems();
        NewEvidence evidence = form.read(organisations.colleagues(), problems).orElse(null);
        boolean wanted = EvidenceKind.FILE.name().equals(form.kind());
        if (wanted && (file == null || file.isEmpty())) problems.add("file", "Choose a file that is not empty");
        Shelf.Sent sent = wanted && file != null && !file.isEmpty() ? new Shelf.Sent(file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), file.getBytes()) : null;
        if (evidence == null || !problems.isEmpty()) return show(id, statement, null, false, form, "new", problems, me, model);
        try {
            shelf.add(new SelfAssessmentId(id), statement, Typed.id(form.once()), evidence, sent, me);
        } catch (RuleBroken refused) {
            problems.add(field(refused, sent != null), refused.getMessage());
            return show(id, statement, null, false, form, "new", problems, me, model);
        }
        return done(id, statement, "Added. Everybody who works on this finds it.", next);
    }

    private static String field(RuleBroken refused, boolean file) {
        return switch (refused.rule()) {
            case "selfassessment.collected" -> "collected";
            case "selfassessment.expires" -> "expires";
            case "selfassessment.details" -> "detailsWhy";
            default -> file ? "file" : "title";
        };
    }

    @PostMapping("/evidence/choice")
    String use(@PathVariable UUID id, @PathVariable String statement, @RequestParam(required = false) @Nullable List<UUID> evidence, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (evidence == null || evidence.isEmpty()) {
            problems.add("evidence", "Choose what shows it too");
            return show(id, statement, null, false, null, "shelf", problems, me, model);
        }
        shelf.use(new SelfAssessmentId(id), statement, evidence, me);
        return done(id, statement, "It stands here too now.", next);
    }

    @PostMapping("/evidence/heard/{heard}")
    String useHeard(@PathVariable UUID id, @PathVariable String statement, @PathVariable("heard") UUID change, Actor.Worker me, RedirectAttributes next) {
        heardAndDone.use(new SelfAssessmentId(id), statement, change, me);
        return done(id, statement, "It stands here now, for as long as it is public.", next);
    }

    @PostMapping("/evidence/{evidence}/removal")
    String takeOff(@PathVariable UUID id, @PathVariable String statement, @PathVariable UUID evidence, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "evidence", () -> shelf.takeOff(new SelfAssessmentId(id), statement, evidence, me))) return show(id, statement, null, false, null, "none", problems, me, model);
        return done(id, statement, "It no longer stands here. You find it on the shelf.", next);
    }

    /** Thrown while the form is read, so nothing of it is known but where it was sent. */
    @ExceptionHandler({MaxUploadSizeExceededException.class, InvalidParameterException.class})
    @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
    String tooLarge(RuntimeException refused, HttpServletRequest request, Actor.Worker me, Model model) {
        Map<String, String> path = TooLarge.path(refused, request);
        Problems problems = new Problems();
        problems.add("file", String.valueOf(Shelf.tooLarge().getMessage()));
        return show(UUID.fromString(path.get("id")), path.get("statement"), null, false, null, "new", problems, me, model);
    }

    private static String done(UUID id, String statement, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Frame.NOTICE, notice);
        return "redirect:/desk/self-assessments/" + id + "/statements/" + statement;
    }

    private String show(UUID id, String which, @Nullable AnswerForm form, boolean meanwhile, @Nullable EvidenceForm evidence, String opens, Problems problems, Actor.Worker me, Model model) {
        SelfAssessment assessment = assessments.own(new SelfAssessmentId(id), me);
        Statement statement = assessment.statement(which);
        Said said = assessment.of(statement);
        LocalDate today = Times.day(clock.instant());
        AnswerForm answer = form == null ? AnswerForm.of(said) : meanwhile ? form.upon(said) : form;
        model.addAttribute("page", new StatementPage(assessment, statement, answer, meanwhile ? said : null, shelf.of(assessment.id()).stream().filter(one -> one.statements().contains(which)).toList(),
                assessment.isOpen() ? shelf.carried(assessment).stream().filter(one -> one.statement().equals(which)).toList() : List.of(), assessment.putAwayAt() == null ? heardAndDone.notShown(assessment, which) : List.of(), shelf.all(),
                evidence == null ? EvidenceForm.empty(me.worker(), today) : evidence, opens, organisations.colleagues(), organisations.names(), today, problems));
        return "selfassessment/web/statement";
    }
}
