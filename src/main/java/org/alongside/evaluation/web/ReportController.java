package org.alongside.evaluation.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.EvaluationId;
import org.alongside.evaluation.Evaluations;
import org.alongside.evaluation.Report;
import org.alongside.evaluation.Reports;
import org.alongside.organisations.Organisations;
import org.alongside.shared.RuleBroken;
import org.alongside.ui.DeskLink;
import org.alongside.ui.Pdf;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Reports of evaluations: with every number for those who hold the answers, and what may leave as a page, a document and data. */
@Controller
@RequestMapping("/desk/evaluations")
class ReportController {
    private final Reports reports;
    private final Evaluations evaluations;
    private final Organisations organisations;
    private final Pdf pdf;
    private final Clock clock;

    ReportController(Reports reports, Evaluations evaluations, Organisations organisations, Pdf pdf, Clock clock) {
        this.reports = reports;
        this.evaluations = evaluations;
        this.organisations = organisations;
        this.pdf = pdf;
        this.clock = clock;
    }

    @Bean
    static DeskLink evaluationReportsLink() {
        return new DeskLink(68, "/desk/evaluations/reports", "Reports of courses", "COMMISSIONER");
    }

    /** For those who read reports only. */
    @GetMapping("/reports")
    String all(Actor.Worker me, Model model) {
        me.mustBe(Reports.ROLES);
        List<Evaluation> closed = evaluations.all().stream().filter(Evaluation::isClosed).toList();
        model.addAttribute("page", new ReportsPage(closed));
        return "evaluation/web/reports";
    }

    @GetMapping("/{id}/report")
    String report(@PathVariable UUID id, Actor.Worker me, Model model) {
        if (!Reports.holds(me)) return outside(id, me, model);
        return show(reports.exactly(new EvaluationId(id), me), me, model);
    }

    /** What may leave, as others read it. */
    @GetMapping("/{id}/report/outside")
    String outside(@PathVariable UUID id, Actor.Worker me, Model model) {
        try {
            return show(reports.leaving(new EvaluationId(id), me), me, model);
        } catch (RuleBroken open) {
            model.addAttribute("page", new NoReportPage(evaluations.one(new EvaluationId(id)).title(), open.getMessage(), Reports.holds(me) ? EvaluationController.path(id) + "/report" : "/desk/evaluations/reports"));
            return "evaluation/web/noreport";
        }
    }

    @GetMapping("/{id}/report.pdf")
    ResponseEntity<byte[]> document(@PathVariable UUID id, Actor.Worker me) {
        Report report = leaving(id, me, "document").orElse(null);
        if (report == null) return explained(id);
        byte[] document = pdf.of("evaluation/web/reportpaper", Map.of("page", page(report, me)));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("report.pdf").build().toString()).body(document);
    }

    @GetMapping("/{id}/report/data")
    ResponseEntity<byte[]> data(@PathVariable UUID id, Actor.Worker me) {
        Report report = leaving(id, me, "data").orElse(null);
        if (report == null) return explained(id);
        byte[] zip = new ReportData(page(report, me)).zip();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/zip")).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("report-data.zip").build().toString()).body(zip);
    }

    /** Empty while there is none; the page says why. */
    private Optional<Report> leaving(UUID id, Actor.Worker me, String as) {
        try {
            Report report = reports.leaving(new EvaluationId(id), me);
            reports.taken(new EvaluationId(id), as);
            return Optional.of(report);
        } catch (RuleBroken open) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<byte[]> explained(UUID id) {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(EvaluationController.path(id) + "/report/outside")).build();
    }

    private String show(Report report, Actor.Worker me, Model model) {
        model.addAttribute("page", page(report, me));
        return "evaluation/web/report";
    }

    private ReportPage page(Report report, Actor.Worker me) {
        return new ReportPage(report, organisations.nameOf(me.organisation()).orElse(""), Reports.holds(me), clock.instant());
    }
}
