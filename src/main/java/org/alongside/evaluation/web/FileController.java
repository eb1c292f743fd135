package org.alongside.evaluation.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.evaluation.Evaluation;
import org.alongside.evaluation.EvaluationId;
import org.alongside.evaluation.Evaluations;
import org.alongside.evaluation.SheetFile;
import org.alongside.evaluation.Sheets;
import org.alongside.evaluation.Sheets.Taken;
import org.alongside.evaluation.Wave;
import org.alongside.shared.Problems;
import org.alongside.shared.RuleBroken;
import org.alongside.ui.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers from a file: an empty one to fill in, and what is wrong with one that was filled in. */
@Controller
@RequestMapping("/desk/evaluations/{id}/file")
class FileController {
    private final Evaluations evaluations;
    private final Sheets sheets;

    FileController(Evaluations evaluations, Sheets sheets) {
        this.evaluations = evaluations;
        this.sheets = sheets;
    }

    @GetMapping
    String empty(@PathVariable UUID id, Actor.Worker me, Model model) {
        Evaluation one = evaluation(id, me);
        return one.isClosed() ? "redirect:" + EvaluationController.path(id) : show(one, null, new Problems(), model);
    }

    @GetMapping("/empty")
    ResponseEntity<String> empty(@PathVariable UUID id, Actor.Worker me) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(SheetFile.headings(evaluation(id, me)));
        }
        // The mark at the beginning lets spreadsheets read and write the file as UTF-8.
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("answers.csv").build().toString()).body("\uFEFF" + text);
    }

    @PostMapping
    String take(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(name = "do", defaultValue = "look") String wish, Actor.Worker me, Model model, RedirectAttributes next) throws IOException {
        Evaluation one = evaluation(id, me);
        Problems problems = new Problems();
        if (file == null || file.isEmpty()) {
            problems.add("file", "Choose a file that is not empty");
            return show(one, null, problems, model);
        }
        try {
            Taken taken = sheets.take(one, file.getBytes(), !wish.equals("take"), me);
            if (!taken.wrong().isEmpty()) problems.add("file", "This file cannot be taken yet. What is wrong stands below, line by line. Nothing of it was kept");
            else if (taken.before()) problems.add("file", "This file was taken before. Nothing was added");
            if (!problems.isEmpty() || !wish.equals("take")) return show(one, taken, problems, model);
            next.addFlashAttribute(Frame.NOTICE, "Taken: " + said(taken) + ".");
            return "redirect:" + EvaluationController.path(id);
        } catch (RuleBroken refused) {
            problems.add("file", refused.getMessage());
            return show(one, null, problems, model);
        }
    }

    private static String said(Taken taken) {
        return taken.sheets().entrySet().stream().map((Map.Entry<Wave, Integer> of) -> of.getValue() + " " + of.getKey().words().toLowerCase()).collect(Collectors.joining(", "));
    }

    private static String show(Evaluation one, @Nullable Taken taken, Problems problems, Model model) {
        model.addAttribute("page", new FilePage(one, SheetFile.headings(one), taken, taken == null || !taken.wrong().isEmpty() ? "" : said(taken), problems));
        return "evaluation/web/file";
    }

    private Evaluation evaluation(UUID id, Actor.Worker me) {
        me.mustBe(Evaluations.ROLES);
        return evaluations.one(new EvaluationId(id));
    }
}
