package org.alongside.directory.exchange.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.directory.exchange.CannotRead;
import org.alongside.directory.exchange.Imports;
import org.alongside.directory.exchange.Imports.Report;
import org.alongside.directory.exchange.Imports.Wanted;
import org.alongside.directory.exchange.Sheet;
import org.alongside.directory.exchange.Staged;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
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

/** Directories of others: taken in, looked at, made public, taken back. */
@Controller
@RequestMapping("/desk/directory/imports")
class ImportsController {
    private final Imports imports;
    private final Sheet sheet;

    ImportsController(Imports imports, Sheet sheet) {
        this.imports = imports;
        this.sheet = sheet;
    }

    @GetMapping
    String all(Actor.Worker me, Model model) {
        me.mustBe(Role.DIRECTORY_EDITOR);
        return all(ImportForm.EMPTY, new Problems(), model);
    }

    private String all(ImportForm form, Problems problems, Model model) {
        model.addAttribute("page", new ImportsPage(imports.runs(), form, Stream.of(Sheet.Column.values()).filter(column -> !sheet.meaning(column).isEmpty()).map(column -> new ImportsPage.Column(column.heading(), sheet.meaning(column))).toList(), problems));
        return "directory/exchange/web/imports";
    }

    @PostMapping
    String begin(ImportForm form, @RequestParam(required = false) @Nullable MultipartFile file, Actor.Worker me, Model model, RedirectAttributes next) throws IOException {
        me.mustBe(Role.DIRECTORY_EDITOR);
        Problems problems = new Problems();
        Optional<Wanted> wanted = form.read(file, imports, problems);
        if (wanted.isEmpty()) return all(form, problems, model);
        try {
            UUID run = file == null || file.isEmpty() ? imports.ask(wanted.get(), me) : imports.ask(wanted.get(), file.getBytes(), me);
            next.addFlashAttribute(Frame.NOTICE, "It has begun. Nothing shows before you publish it" + (form.publish() == null ? "." : ", as you have asked for."));
            return back(run);
        } catch (CannotRead refused) {
            problems.add("file", String.valueOf(refused.getMessage()));
            return all(form, problems, model);
        }
    }

    @GetMapping("/template")
    ResponseEntity<String> template(Actor.Worker me) throws IOException {
        me.mustBe(Role.DIRECTORY_EDITOR);
        List<Sheet.Column> columns = List.of(Sheet.Column.values());
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns.stream().map(Sheet.Column::heading).toList());
        }
        // The mark at the beginning lets spreadsheets read and write the file as UTF-8.
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8)).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("services.csv").build().toString()).body("\uFEFF" + text);
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @RequestParam(defaultValue = "") String list, @RequestParam(defaultValue = "1") String page, Actor.Worker me, Model model) {
        return one(id, list, page, new Problems(), me, model);
    }

    private String one(UUID id, String list, String page, Problems problems, Actor.Worker me, Model model) {
        me.mustBe(Role.DIRECTORY_EDITOR);
        Report report = imports.report(id);
        ImportPage.Shown shown = Optional.ofNullable(Typed.one(ImportPage.Shown.class, list)).orElseGet(() -> {
            ImportPage all = new ImportPage(report, ImportPage.Shown.NEW, 1, List.of(), problems);
            return Stream.of(ImportPage.Shown.values()).filter(which -> all.many(which) > 0).findFirst().orElse(ImportPage.Shown.NEW);
        });
        int number = page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
        List<Staged> lines = shown == ImportPage.Shown.GONE ? List.of() : imports.listed(id, shown.states(), shown == ImportPage.Shown.OTHERWISE, (number - 1) * ImportPage.SHOWN, ImportPage.SHOWN);
        model.addAttribute("page", new ImportPage(report, shown, number, lines, problems));
        return "directory/exchange/web/run";
    }

    @PostMapping("/{id}/undoing")
    String undo(@PathVariable UUID id, @RequestParam(defaultValue = "") String record, @RequestParam(defaultValue = "") String list, Actor.Worker me, Model model, RedirectAttributes next) {
        return done(id, list, () -> imports.undo(id, record, me), "Taken back.", me, model, next);
    }

    @PostMapping("/{id}/publication")
    String publish(@PathVariable UUID id, Actor.Worker me, Model model, RedirectAttributes next) {
        return done(id, "", () -> imports.publish(id, me), "Public now. Nobody here has checked these yet: the public reads that too.", me, model, next);
    }

    @PostMapping("/{id}/continuation")
    String goOn(@PathVariable UUID id, Actor.Worker me, Model model, RedirectAttributes next) {
        return done(id, "", () -> imports.again(id, me), "It goes on.", me, model, next);
    }

    private String done(UUID id, String list, Runnable verb, String words, Actor.Worker me, Model model, RedirectAttributes next) {
        Problems problems = new Problems();
        if (!Typed.accepted(problems, "list", verb)) return one(id, list, "1", problems, me, model);
        next.addFlashAttribute(Frame.NOTICE, words);
        if (Typed.one(ImportPage.Shown.class, list) != null) next.addAttribute("list", list);
        return back(id);
    }

    private static String back(UUID id) {
        return "redirect:/desk/directory/imports/" + id;
    }
}
